package dev.parley.server.bot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants to and from timestamptz columns; an infinite past is {@link Instant#MIN}. */
final class Times {

    private Times() {}

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant required(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time.equals(OffsetDateTime.MIN) ? Instant.MIN : time.toInstant();
    }

    static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : required(row, column);
    }
}
