/** Meta's official API, under the names of its hosts: {@code /graph.instagram.com/v25.0/me} and so on. */
@NullMarked
package dev.parley.sandbox.graph;

import org.jspecify.annotations.NullMarked;
