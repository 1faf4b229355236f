/** What proves, beside the password, that somebody is who they say: authenticator apps and recovery codes. */
@ApplicationModule(allowedDependencies = {"core", "vault", "web", "tenancy", "activity", "guard", "identity"})
@NullMarked
package dev.parley.server.factor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
