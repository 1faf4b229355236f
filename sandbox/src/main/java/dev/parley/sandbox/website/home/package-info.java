/** The site's root, and pages about the account itself. */
@NullMarked
package dev.parley.sandbox.website.home;

import org.jspecify.annotations.NullMarked;
