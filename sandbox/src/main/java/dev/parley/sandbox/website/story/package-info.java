/** Stories on the website. */
@NullMarked
package dev.parley.sandbox.website.story;

import org.jspecify.annotations.NullMarked;
