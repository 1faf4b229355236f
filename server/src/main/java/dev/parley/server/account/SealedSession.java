package dev.parley.server.account;

import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as it is stored. */
record SealedSession(
        AccountId account,
        UUID workspace,
        byte[] data,
        @Nullable Instant lastActivity,
        @Nullable Instant provenAt,
        Instant expiresAt) {

    static SealedSession read(ResultSet row, int n) throws SQLException {
        return new SealedSession(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("workspace_id", UUID.class),
                row.getBytes("session_data_encrypted"),
                Columns.instantOrNull(row, "last_activity"),
                Columns.instantOrNull(row, "proven_at"),
                Columns.instant(row, "expires_at"));
    }
}
