/** What the engine does while much is to be done for long, and things go wrong. */
@NullMarked
package dev.parley.bench.load;

import org.jspecify.annotations.NullMarked;
