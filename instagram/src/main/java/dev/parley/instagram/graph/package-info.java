/** The graph driver: Instagram as Meta's official API offers it, and the receiver of its webhooks. */
@NullMarked
package dev.parley.instagram.graph;

import org.jspecify.annotations.NullMarked;
