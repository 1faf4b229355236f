/** Who likes which post because somebody asked for it through the sandbox. */
@NullMarked
package dev.parley.sandbox.like;

import org.jspecify.annotations.NullMarked;
