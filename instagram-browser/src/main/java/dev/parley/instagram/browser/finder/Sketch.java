package dev.parley.instagram.browser.finder;

/**
 * How a page is built: all that a finder gets to know of it.
 *
 * @param address the site and the kind of page, without names, numbers and query
 * @param tree JSON: elements with their roles and a number each; names of buttons or fields only
 */
public record Sketch(String address, String tree) {}
