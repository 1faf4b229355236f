package dev.parley.instagram.browser;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Points in time as the site writes them. */
final class Moments {

    /** The end of the year 9999: later is no time of anything. */
    private static final long LATEST_SECOND = 253_402_300_799L;

    private Moments() {}

    /** Seconds; null if it is none. Fact: zero stands for never. */
    static @Nullable Instant seconds(JsonNode node) {
        long seconds = node.asLong(0);
        return seconds <= 0 || seconds > LATEST_SECOND ? null : Instant.ofEpochSecond(seconds);
    }

    /** Microseconds, as a number or as text; null if it is none. */
    static @Nullable Instant micros(JsonNode node) {
        String digits = node.asString("");
        return digits.matches("[0-9]{1,18}") ? Instant.EPOCH.plus(Long.parseLong(digits), ChronoUnit.MICROS) : null;
    }
}
