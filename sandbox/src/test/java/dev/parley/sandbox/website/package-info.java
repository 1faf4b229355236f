/** The website, driven by Chromium, and by plain HTTP where no browser is needed. */
@NullMarked
package dev.parley.sandbox.website;

import org.jspecify.annotations.NullMarked;
