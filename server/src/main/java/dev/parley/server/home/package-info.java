/** The overview page, and what every signed-in person sees first. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "vault",
            "web",
            "tenancy",
            "node",
            "activity",
            "identity",
            "workspace",
            "account",
            "quota",
            "contact",
            "bot",
            "connection",
            "automation",
            "alerts"
        })
@NullMarked
package dev.parley.server.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
