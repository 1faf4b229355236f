/** Messages: how fast each driver sends them, and how fast the history and the inbox are shown. */
@NullMarked
package dev.parley.bench.messages;

import org.jspecify.annotations.NullMarked;
