/** What every page and call of the website goes through: who asks, faults, cookies, templates, and the site's way to say no. */
@NullMarked
package dev.parley.sandbox.website.page;

import org.jspecify.annotations.NullMarked;
