package dev.parley.server.factor;

import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody's passkeys. */
@Component
class Passkeys {

    private final JdbcClient database;
    private final Clock clock;

    Passkeys(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Not one that somebody has added already. */
    boolean add(Passkey passkey) {
        try {
            database.sql("""
                insert into passkeys (id, user_id, name, credential_id, credential, sign_count, transports, created_at)
                values (:id, :user, :name, :credentialId, :credential, :signCount, :transports, :createdAt)
                """)
                    .param("id", passkey.id())
                    .param("user", passkey.user().value())
                    .param("name", passkey.name())
                    .param("credentialId", passkey.credentialId())
                    .param("credential", passkey.credential())
                    .param("signCount", passkey.signCount())
                    .param("transports", passkey.transports().toArray(String[]::new))
                    .param("createdAt", Timestamp.from(passkey.createdAt()))
                    .update();
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    List<Passkey> of(UserId user) {
        return database.sql("select * from passkeys where user_id = :user order by created_at, id")
                .param("user", user.value())
                .query(Passkeys::passkey)
                .list();
    }

    Optional<Passkey> find(byte[] credentialId) {
        return database.sql("select * from passkeys where credential_id = :credentialId")
                .param("credentialId", credentialId)
                .query(Passkeys::passkey)
                .optional();
    }

    /** Whether it still counts upwards: of a copy and the original, one lags behind. Some count nothing at all. */
    boolean used(Passkey passkey, long signCount) {
        return database.sql("""
            update passkeys set sign_count = :count, last_used_at = :now
            where id = :id and (sign_count < :count or (sign_count = 0 and :count = 0))
            """)
                        .param("id", passkey.id())
                        .param("count", signCount)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    boolean rename(UserId user, UUID id, String name) {
        return database.sql("update passkeys set name = :name where id = :id and user_id = :user")
                        .param("id", id)
                        .param("user", user.value())
                        .param("name", name)
                        .update()
                == 1;
    }

    boolean remove(UserId user, UUID id) {
        return database.sql("delete from passkeys where id = :id and user_id = :user")
                        .param("id", id)
                        .param("user", user.value())
                        .update()
                == 1;
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        var lastUsedAt = row.getTimestamp("last_used_at");
        return new Passkey(
                row.getObject("id", UUID.class),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("name"),
                row.getBytes("credential_id"),
                row.getBytes("credential"),
                row.getLong("sign_count"),
                List.of((String[]) row.getArray("transports").getArray()),
                Columns.instant(row, "created_at"),
                lastUsedAt == null ? null : lastUsedAt.toInstant());
    }
}
