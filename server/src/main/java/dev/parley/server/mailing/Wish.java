package dev.parley.server.mailing;

import java.time.Duration;
import java.util.List;

/**
 * A mailing that somebody wants.
 *
 * @param firstContacts whether it may go to people who have not written first, if the workspace's owner allows it at all
 * @param spread over how long it is spread evenly
 */
record Wish(List<Named> people, Template template, boolean firstContacts, Duration spread) {}
