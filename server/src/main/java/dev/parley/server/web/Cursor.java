package dev.parley.server.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where in a list, newest first, a page ended.
 *
 * @param id tells apart what happened at the same time
 */
public record Cursor(Instant at, String id) {

    /** Null where a list begins; refuses what no list gave as its cursor. */
    public static @Nullable Cursor ofNullable(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            var between = written.indexOf('_');
            return new Cursor(Instant.parse(written.substring(0, between)), written.substring(between + 1));
        } catch (DateTimeException | StringIndexOutOfBoundsException none) {
            throw refused();
        }
    }

    public UUID uuid() {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw refused();
        }
    }

    public OffsetDateTime time() {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static RuntimeException refused() {
        return Wrong.refusal("cursor", "is not one that this list gave");
    }

    @Override
    public String toString() {
        return at + "_" + id;
    }
}
