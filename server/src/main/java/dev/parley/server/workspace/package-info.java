/** Workspaces, their members, and which one a request acts in. */
@ApplicationModule(
        allowedDependencies = {"core", "vault", "web", "mail", "letters", "tenancy", "activity", "audit", "identity"})
@NullMarked
package dev.parley.server.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
