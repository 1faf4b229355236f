/** What the tests of this module share: small sites of their own, and one browser for all. */
@NullMarked
package dev.parley.instagram.browser.testing;

import org.jspecify.annotations.NullMarked;
