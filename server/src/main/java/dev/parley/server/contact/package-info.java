/** People out there: touched before, protected, not to be written to; notes and labels. */
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
            "quota"
        })
@NullMarked
package dev.parley.server.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
