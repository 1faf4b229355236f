/** A fake Instagram for tests and try-outs: its app's HTTP API, failures on request, and the truth of what really happened. */
@NullMarked
package dev.parley.sandbox;

import org.jspecify.annotations.NullMarked;
