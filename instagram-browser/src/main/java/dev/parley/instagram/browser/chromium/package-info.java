/** Browsers and their threads: finding Chromium, running it on a few workers, and keeping a tab for each account. */
@NullMarked
package dev.parley.instagram.browser.chromium;

import org.jspecify.annotations.NullMarked;
