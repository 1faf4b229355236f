/** People: sign-in, passwords, sessions, tokens, instance roles. */
@ApplicationModule(allowedDependencies = {"core", "vault", "web", "mail", "tenancy", "activity", "audit", "guard"})
@NullMarked
package dev.parley.server.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
