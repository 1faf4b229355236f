/** What the browser saw where something failed. */
@ApplicationModule(allowedDependencies = {"core", "web", "tenancy", "workspace"})
@NullMarked
package dev.parley.server.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
