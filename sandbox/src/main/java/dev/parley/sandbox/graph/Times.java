package dev.parley.sandbox.graph;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the official API writes them: {@code 2025-07-28T22:44:49+0000}. */
final class Times {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

    private Times() {}

    static String text(long millis) {
        return text(Instant.ofEpochMilli(millis));
    }

    static String text(Instant time) {
        return FORM.format(time);
    }
}
