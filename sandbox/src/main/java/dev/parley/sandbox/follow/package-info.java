/** Who follows whom because somebody asked for it through the sandbox. */
@NullMarked
package dev.parley.sandbox.follow;

import org.jspecify.annotations.NullMarked;
