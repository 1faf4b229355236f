/** People out there: touched before, protected. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "vault",
            "web",
            "tenancy",
            "activity",
            "identity",
            "workspace",
            "account",
            "quota"
        })
@NullMarked
package dev.parley.server.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
