/** How much an account may still do now, and when it may do more. */
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
            "account"
        })
@NullMarked
package dev.parley.server.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
