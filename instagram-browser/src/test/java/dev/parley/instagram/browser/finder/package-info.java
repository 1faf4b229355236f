/** Tests of the element finder, with a stand-in for its service. */
@NullMarked
package dev.parley.instagram.browser.finder;

import org.jspecify.annotations.NullMarked;
