/**
 * The site's pages as they are known: for each a class with all that is looked for on it, by role, label and text first. When the site changes a
 * page, its class here changes and nothing else. Everything here is for a worker's thread.
 *
 * <p>Source of the facts: public automation projects, their tests and issues of 2023 to 2026. No page of the live service was opened.
 */
@NullMarked
package dev.parley.instagram.browser.page;

import org.jspecify.annotations.NullMarked;
