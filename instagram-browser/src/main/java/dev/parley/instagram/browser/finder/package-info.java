/** The last resort for finding an element of a page: a service that is told how the page is built, and names the element. */
@NullMarked
package dev.parley.instagram.browser.finder;

import org.jspecify.annotations.NullMarked;
