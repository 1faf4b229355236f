/** One text to many people: to those who wrote first, spread over time. */
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
            "quota",
            "contact",
            "bot",
            "connection",
            "message",
            "conversation"
        })
@NullMarked
package dev.parley.server.mailing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
