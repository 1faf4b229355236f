/** The real application and a real database, for tests. */
@NullMarked
package dev.parley.server.testing;

import org.jspecify.annotations.NullMarked;
