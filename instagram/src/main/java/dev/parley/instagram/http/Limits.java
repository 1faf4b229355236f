package dev.parley.instagram.http;

import java.time.Duration;

/**
 * How far a driver lets the network go.
 *
 * @param connectDeadline the longest time for a name look-up, and for a connection
 * @param callDeadline the longest time for all exchanges of a call together
 * @param largestAnswer in bytes after decompression
 */
public record Limits(Duration connectDeadline, Duration callDeadline, int largestAnswer) {

    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), 4 * 1024 * 1024);

    /** @throws IllegalArgumentException if one is not positive */
    public Limits {
        requirePositive(connectDeadline, "connect deadline");
        requirePositive(callDeadline, "call deadline");
        if (largestAnswer <= 0) {
            throw new IllegalArgumentException("the largest answer must have at least one byte, not " + largestAnswer);
        }
    }

    private static void requirePositive(Duration duration, String name) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("the " + name + " must be positive, not " + duration);
        }
    }

    public Limits withConnectDeadline(Duration deadline) {
        return new Limits(deadline, callDeadline, largestAnswer);
    }

    public Limits withCallDeadline(Duration deadline) {
        return new Limits(connectDeadline, deadline, largestAnswer);
    }

    public Limits withLargestAnswer(int bytes) {
        return new Limits(connectDeadline, callDeadline, bytes);
    }
}
