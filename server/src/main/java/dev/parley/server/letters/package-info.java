/** Everything that people are told by mail, word for word. */
@ApplicationModule(allowedDependencies = {"core", "vault", "web", "mail"})
@NullMarked
package dev.parley.server.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
