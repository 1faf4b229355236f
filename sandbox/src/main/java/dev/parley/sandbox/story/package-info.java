/** Who has watched whose story. */
@NullMarked
package dev.parley.sandbox.story;

import org.jspecify.annotations.NullMarked;
