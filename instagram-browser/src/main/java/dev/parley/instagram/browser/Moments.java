package dev.parley.instagram.browser;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Points in time as the site writes them. */
final class Moments {

    private Moments() {}

    /** Microseconds, as a number or as text; null if it is none. */
    static @Nullable Instant micros(JsonNode node) {
        String digits = node.asString("");
        return digits.matches("[0-9]{1,18}") ? Instant.EPOCH.plus(Long.parseLong(digits), ChronoUnit.MICROS) : null;
    }
}
