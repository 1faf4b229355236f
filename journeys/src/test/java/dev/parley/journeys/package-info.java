/** End-to-end stories, told by real processes: a PostgreSQL, a sandbox and servers. */
@NullMarked
package dev.parley.journeys;

import org.jspecify.annotations.NullMarked;
