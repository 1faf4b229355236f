/** Guessing gets slower and slower: failed attempts, counted for whom and from where, and the devices that people are known by. */
@ApplicationModule(allowedDependencies = {"core", "vault", "web", "tenancy"})
@NullMarked
package dev.parley.server.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
