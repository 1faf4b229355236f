/** How errors become pages and problem JSON; page shell and request plumbing. */
@ApplicationModule(allowedDependencies = {"core", "vault"})
@NullMarked
package dev.parley.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
