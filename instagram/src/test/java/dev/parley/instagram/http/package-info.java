/** The other side of a connection, made up. */
@NullMarked
package dev.parley.instagram.http;

import org.jspecify.annotations.NullMarked;
