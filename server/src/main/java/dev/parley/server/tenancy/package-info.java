/** Binds the current workspace to the database transaction, so that row-level security holds. */
@ApplicationModule(allowedDependencies = {"core", "vault", "web"})
@NullMarked
package dev.parley.server.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
