/** What the stories are told with: a running instance, the people who use it, and what really happened. */
@NullMarked
package dev.parley.journeys.testing;

import org.jspecify.annotations.NullMarked;
