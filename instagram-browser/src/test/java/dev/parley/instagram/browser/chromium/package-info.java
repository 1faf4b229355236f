/** Tests of workers and tabs, with a real Chromium. */
@NullMarked
package dev.parley.instagram.browser.chromium;

import org.jspecify.annotations.NullMarked;
