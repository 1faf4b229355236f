/** The story that {@code ./parley demo} tells over HTTP on an instance of its own; it ends at the first step that does not hold. */
@NullMarked
package dev.parley.cli.demo;

import org.jspecify.annotations.NullMarked;
