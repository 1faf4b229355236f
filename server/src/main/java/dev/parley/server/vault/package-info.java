/** Secrets at rest: AES-256-GCM with key ids and rotation. */
@ApplicationModule(allowedDependencies = {"core"})
@NullMarked
package dev.parley.server.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
