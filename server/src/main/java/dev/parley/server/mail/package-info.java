/** Mail out: it waits in the database until a mail server has taken it. */
@ApplicationModule(allowedDependencies = {"core", "vault", "web"})
@NullMarked
package dev.parley.server.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
