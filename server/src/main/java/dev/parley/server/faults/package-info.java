/** Tells whoever looks after the program of its own mistakes, outside of it. */
@ApplicationModule(allowedDependencies = {"core"})
@NullMarked
package dev.parley.server.faults;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
