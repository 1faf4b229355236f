/** Tells people by mail, and programs by signed webhooks, of what happens in their workspace. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "vault",
            "web",
            "outbound",
            "mail",
            "letters",
            "tenancy",
            "activity",
            "audit",
            "identity",
            "workspace",
            "account",
            "bot",
            "automation"
        })
@NullMarked
package dev.parley.server.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
