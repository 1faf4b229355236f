/** What happened, for people: the activity log and the error catalogue. */
@ApplicationModule(allowedDependencies = {"core", "vault", "web", "tenancy"})
@NullMarked
package dev.parley.server.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
