/** Calls out to addresses that a person named: only to such as may be called, to that very address, and with bounds on all of it. */
@ApplicationModule(allowedDependencies = {"core", "web"})
@NullMarked
package dev.parley.server.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
