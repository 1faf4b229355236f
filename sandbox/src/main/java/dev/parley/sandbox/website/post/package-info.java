/** Posts on the website: hashtags and grids, single posts, likes and comments. */
@NullMarked
package dev.parley.sandbox.website.post;

import org.jspecify.annotations.NullMarked;
