package dev.parley.server.account;

import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a stored session without opening it.
 *
 * @param believed whether it worked when it was last seen
 * @param provenAt when Instagram last answered to it
 */
record SessionStanding(
        boolean believed,
        @Nullable Instant expiresAt,
        @Nullable Instant provenAt,
        @Nullable String passwordHash) {

    static SessionStanding read(ResultSet row, int n) throws SQLException {
        return new SessionStanding(
                row.getBoolean("session_valid"),
                Columns.instantOrNull(row, "expires_at"),
                Columns.instantOrNull(row, "proven_at"),
                row.getString("password_hash"));
    }

    boolean worksAt(Instant now) {
        return believed && expiresAt != null && expiresAt.isAfter(now);
    }

    @Override
    public String toString() {
        return "SessionStanding[believed=" + believed + ", expiresAt=" + expiresAt + "]";
    }
}
