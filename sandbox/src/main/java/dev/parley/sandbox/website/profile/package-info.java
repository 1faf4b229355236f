/** Profiles on the website, and following from them. */
@NullMarked
package dev.parley.sandbox.website.profile;

import org.jspecify.annotations.NullMarked;
