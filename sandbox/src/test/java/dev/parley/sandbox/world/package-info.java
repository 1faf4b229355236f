/** What a seed decides. */
@NullMarked
package dev.parley.sandbox.world;

import org.jspecify.annotations.NullMarked;
