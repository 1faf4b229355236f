/** The sandbox seen from outside: over HTTP, as clients and tests meet it. */
@NullMarked
package dev.parley.sandbox;

import org.jspecify.annotations.NullMarked;
