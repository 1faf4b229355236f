/** What nodes, database, browsers and connections do not survive, the accounts do: nothing is lost, repeated or overdone. */
@NullMarked
package dev.parley.journeys.crash;

import org.jspecify.annotations.NullMarked;
