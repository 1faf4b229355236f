/** Works an account on instagram.com in Chromium. */
@NullMarked
package dev.parley.instagram.browser;

import org.jspecify.annotations.NullMarked;
