/** The audit trail: who did what to people, access and limits. It is only added to. */
@ApplicationModule(allowedDependencies = {"core", "vault", "web", "tenancy", "activity"})
@NullMarked
package dev.parley.server.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
