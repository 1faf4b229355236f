/** Connected Instagram accounts: identity, session, health, driver choice. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "vault",
            "web",
            "tenancy",
            "activity",
            "audit",
            "identity",
            "workspace",
            "evidence"
        })
@NullMarked
package dev.parley.server.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
