/** The fake instagram.com: pages for a real browser, in every variant that the real site is known to show. */
@NullMarked
package dev.parley.sandbox.website;

import org.jspecify.annotations.NullMarked;
