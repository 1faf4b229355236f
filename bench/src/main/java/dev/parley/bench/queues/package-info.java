/** The engine's peers: how many jobs that do nothing other queues get through on the same PostgreSQL. */
@NullMarked
package dev.parley.bench.queues;

import org.jspecify.annotations.NullMarked;
