/** Where a person is signed in, and what programs may do in their name: both are seen, and ended, in one place. */
@ApplicationModule(allowedDependencies = {"core", "vault", "web", "tenancy", "identity", "account"})
@NullMarked
package dev.parley.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
