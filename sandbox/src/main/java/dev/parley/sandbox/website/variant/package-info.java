/** How the website looks today: each thing that the real site shows in more than one way, and the way that is chosen. */
@NullMarked
package dev.parley.sandbox.website.variant;

import org.jspecify.annotations.NullMarked;
