/** The file that remembers. */
@NullMarked
package dev.parley.sandbox.journal;

import org.jspecify.annotations.NullMarked;
