/** Tests of what happens inside the sandbox, whichever door it comes through. */
@NullMarked
package dev.parley.sandbox.state;

import org.jspecify.annotations.NullMarked;
