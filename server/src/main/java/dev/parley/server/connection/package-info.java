/** Connecting an Instagram account: signing in, answering codes, testing and ending the session, each through the account's bot. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "vault",
            "web",
            "tenancy",
            "activity",
            "identity",
            "workspace",
            "evidence",
            "account",
            "quota",
            "contact",
            "bot"
        })
@NullMarked
package dev.parley.server.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
