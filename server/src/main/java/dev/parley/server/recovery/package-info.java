/** People's addresses, the links that are sent there, and the way back in for whoever has forgotten the password. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "vault",
            "web",
            "mail",
            "letters",
            "tenancy",
            "activity",
            "audit",
            "guard",
            "identity"
        })
@NullMarked
package dev.parley.server.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
