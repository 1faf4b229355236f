package dev.parley.instagram.mobile;

import java.time.Duration;

/** The moment by which a call ends, however many exchanges it takes. */
record Deadline(long endNanos) {

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** At least one: a time-out of zero would mean none. */
    long remainingNanos() {
        return Math.max(1, endNanos - System.nanoTime());
    }
}
