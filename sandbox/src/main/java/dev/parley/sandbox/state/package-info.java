/** Everything that lives as long as a data folder, brought together and replayed from the journal. */
@NullMarked
package dev.parley.sandbox.state;

import org.jspecify.annotations.NullMarked;
