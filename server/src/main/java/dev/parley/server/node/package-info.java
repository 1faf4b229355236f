/** The servers that run on this database: each tells the others that it lives, what it is and what it uses. */
@ApplicationModule(allowedDependencies = {"core", "vault", "tenancy"})
@NullMarked
package dev.parley.server.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
