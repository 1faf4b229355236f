/** Seals anew, with the newest key, what older keys sealed. */
@ApplicationModule(
        allowedDependencies = {"core", "vault", "web", "tenancy", "node", "activity", "audit", "identity", "workspace"})
@NullMarked
package dev.parley.server.rotation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
