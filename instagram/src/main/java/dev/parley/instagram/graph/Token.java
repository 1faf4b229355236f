package dev.parley.instagram.graph;

import dev.parley.instagram.http.HeaderText;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A token as an answer brought it.
 *
 * @param lasts null where the answer names no end
 */
record Token(String value, @Nullable Duration lasts) {

    /** Null if there is none. */
    static @Nullable Token in(JsonNode answer) {
        JsonNode json = Fields.unwrapped(answer);
        String value = Fields.text(json, "access_token");
        Long seconds = Fields.number(json, "expires_in");
        if (value == null || value.isBlank() || !HeaderText.isSendable(value)) {
            return null;
        }
        return new Token(value, seconds == null || seconds <= 0 ? null : Duration.ofSeconds(within(seconds)));
    }

    @Nullable
    Instant until(Instant now) {
        return lasts == null ? null : now.plus(lasts);
    }

    /** A mistaken number must not make a time that cannot be written. */
    private static long within(long seconds) {
        return Math.min(seconds, Duration.ofDays(36_500).toSeconds());
    }

    /** Leaves the token itself out. */
    @Override
    public String toString() {
        return "Token[lasts=" + lasts + "]";
    }
}
