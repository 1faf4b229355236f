/** Benchmarks: the server beside a peer or a physical limit, in one run on one machine. */
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
