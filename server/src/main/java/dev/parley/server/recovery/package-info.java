/** People's addresses, the links that are sent there, the way back in for whoever has forgotten the password, and what people are told. */
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
            "identity",
            "access"
        })
@NullMarked
package dev.parley.server.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
