/** Messages to people: sent once, surely, and kept. */
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
            "bot",
            "connection"
        })
@NullMarked
package dev.parley.server.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
