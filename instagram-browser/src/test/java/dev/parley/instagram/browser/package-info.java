/** Tests of the browser driver, against the sandbox's website. */
@NullMarked
package dev.parley.instagram.browser;

import org.jspecify.annotations.NullMarked;
