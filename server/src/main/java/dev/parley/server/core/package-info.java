/** Ids, paging, error codes and the base of every refusal. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.parley.server.core;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
