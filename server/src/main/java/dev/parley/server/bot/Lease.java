package dev.parley.server.bot;

import java.time.Duration;
import java.time.Instant;

/** How long a tick may believe that it owns its bot: shorter than the time after which other nodes call it dead. */
record Lease(Instant pickedAt, DatabaseClock clock) {

    static final Duration HEARTBEAT = Duration.ofSeconds(2);
    static final int MISSED_HEARTBEATS = 4;
    private static final Duration MARGIN = Duration.ofSeconds(2);
    private static final Duration LENGTH =
            HEARTBEAT.multipliedBy(MISSED_HEARTBEATS).minus(MARGIN);

    boolean holds() {
        return Duration.between(pickedAt, clock.now()).compareTo(LENGTH) < 0;
    }
}
