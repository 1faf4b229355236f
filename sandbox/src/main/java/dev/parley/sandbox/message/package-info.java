/** Conversations between two: messages, requests, what was read. */
@NullMarked
package dev.parley.sandbox.message;

import org.jspecify.annotations.NullMarked;
