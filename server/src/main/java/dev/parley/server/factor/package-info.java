/** What proves, beside or instead of the password, that somebody is who they say: authenticator apps, recovery codes, passkeys. */
@ApplicationModule(allowedDependencies = {"core", "vault", "web", "tenancy", "activity", "guard", "identity"})
@NullMarked
package dev.parley.server.factor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
