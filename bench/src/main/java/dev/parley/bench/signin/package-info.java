/** Measures signing in, and being signed in. */
@NullMarked
package dev.parley.bench.signin;

import org.jspecify.annotations.NullMarked;
