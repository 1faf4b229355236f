/** The people, hashtags, posts and seeded follows: the same for the same seed, computed rather than stored. */
@NullMarked
package dev.parley.sandbox.world;

import org.jspecify.annotations.NullMarked;
