package dev.parley.instagram.mobile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as answers give them. */
final class Moment {

    /** The end of the year 9999: later is no time of anything. */
    private static final long LATEST = 253_402_300_799L;

    private static final long MICROS = 1_000_000;
    private static final long NANOS = 1_000;

    private Moment() {}

    /** Fact: zero stands for never. Null if this is no time. */
    static @Nullable Instant ofSeconds(@Nullable Long seconds) {
        return seconds == null || seconds <= 0 || seconds > LATEST ? null : Instant.ofEpochSecond(seconds);
    }

    /** Fact: messages have microseconds. Null if this is no time. */
    static @Nullable Instant ofMicros(@Nullable Long micros) {
        if (micros == null || micros <= 0 || micros / MICROS > LATEST) {
            return null;
        }
        return Instant.ofEpochSecond(micros / MICROS, micros % MICROS * NANOS);
    }
}
