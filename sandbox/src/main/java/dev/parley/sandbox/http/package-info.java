/** Answers, and how they reach a socket. */
@NullMarked
package dev.parley.sandbox.http;

import org.jspecify.annotations.NullMarked;
