/** The graph driver against the sandbox, and against peers that behave badly. */
@NullMarked
package dev.parley.instagram.graph;

import org.jspecify.annotations.NullMarked;
