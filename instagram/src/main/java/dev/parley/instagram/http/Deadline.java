package dev.parley.instagram.http;

import java.time.Duration;

/** The moment by which a call ends, however many exchanges it takes. */
public record Deadline(long endNanos) {

    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** This one, or an earlier one. */
    public Deadline within(Duration duration) {
        return new Deadline(Math.min(endNanos - System.nanoTime(), duration.toNanos()) + System.nanoTime());
    }

    /** At least one: a time-out of zero would mean none. */
    public long remainingNanos() {
        return Math.max(1, endNanos - System.nanoTime());
    }
}
