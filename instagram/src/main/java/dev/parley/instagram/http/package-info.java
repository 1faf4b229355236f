/** What drivers that speak HTTP have in common: bounded, with a deadline, once. Not meant for users of the library. */
@NullMarked
package dev.parley.instagram.http;

import org.jspecify.annotations.NullMarked;
