/** Tests of pages written for them, with a real Chromium. */
@NullMarked
package dev.parley.instagram.browser.page;

import org.jspecify.annotations.NullMarked;
