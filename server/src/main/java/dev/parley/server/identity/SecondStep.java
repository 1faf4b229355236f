package dev.parley.server.identity;

import dev.parley.server.core.UserId;
import dev.parley.server.vault.RandomSecret;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who have given the right password and no second factor yet. They are not signed in. */
@Component
public class SecondStep {

    static final Duration LIFETIME = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final Clock clock;

    SecondStep(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns what the browser brings along with the second factor. */
    String begin(UserId user) {
        var secret = RandomSecret.create("");
        database.sql("""
                with gone as (delete from pending_sign_ins where expires_at < :now)
                insert into pending_sign_ins (token_hash, user_id, expires_at) values (:hash, :user, :expiresAt)
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("hash", secret.hash())
                .param("user", user.value())
                .param("expiresAt", Timestamp.from(clock.instant().plus(LIFETIME)))
                .update();
        return secret.value();
    }

    /** Whoever has begun, unless that is long ago, or the password is another one by now. */
    public Optional<UserId> waiting(String token) {
        return database.sql("""
                select user_id from pending_sign_ins p join users on id = user_id
                where token_hash = :hash and expires_at > :now and disabled_at is null
                    and coalesce(password_changed_at, p.created_at) <= p.created_at
                """)
                .param("hash", new RandomSecret(token).hash())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new UserId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Whether it was still open: of two who do so at the same moment, one. */
    public boolean end(String token) {
        return database.sql("delete from pending_sign_ins where token_hash = :hash")
                        .param("hash", new RandomSecret(token).hash())
                        .update()
                == 1;
    }
}
