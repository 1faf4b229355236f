/** What people and the accounts say to each other: every account's inbox, kept in step with Instagram and read in one place. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "vault",
            "web",
            "tenancy",
            "activity",
            "guard",
            "identity",
            "workspace",
            "account",
            "quota",
            "contact",
            "bot",
            "connection",
            "message"
        })
@NullMarked
package dev.parley.server.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
