/** A week of many accounts in minutes: the real server on a real PostgreSQL, for both of which time passes faster. */
@NullMarked
package dev.parley.bench.week;

import org.jspecify.annotations.NullMarked;
