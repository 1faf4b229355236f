package dev.parley.server.factor;

import dev.parley.server.core.UserId;
import dev.parley.server.vault.RandomSecret;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an authenticator has to sign: never the same twice, and good for one answer. */
@Component
class Challenges {

    /** What is signed for: an answer to one question is none to another. */
    enum Purpose {
        ADD,
        SIGN_IN,
        SECOND_STEP;

        private String stored() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Purpose of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** @param user who was asked; null where anybody may answer */
    record Asked(Purpose purpose, @Nullable UserId user) {}

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final Clock clock;

    Challenges(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    byte[] ask(Asked asked) {
        var challenge = RandomSecret.create("");
        var now = clock.instant();
        database.sql("""
            with gone as (delete from passkey_challenges where expires_at < :now)
            insert into passkey_challenges (challenge_hash, user_id, purpose, expires_at)
            values (:hash, :user, :purpose, :expiresAt)
            """)
                .param("now", Timestamp.from(now))
                .param("hash", challenge.hash())
                .param("user", asked.user() == null ? null : asked.user().value())
                .param("purpose", asked.purpose().stored())
                .param("expiresAt", Timestamp.from(now.plus(LIFETIME)))
                .update();
        return challenge.value().getBytes(StandardCharsets.UTF_8);
    }

    /** What was asked; of the same answer given twice, the second finds nothing. */
    Optional<Asked> take(byte[] challenge) {
        return database.sql("""
            delete from passkey_challenges where challenge_hash = :hash and expires_at > :now returning purpose, user_id
            """)
                .param("hash", new RandomSecret(new String(challenge, StandardCharsets.UTF_8)).hash())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> {
                    var user = row.getObject("user_id", UUID.class);
                    return new Asked(Purpose.of(row.getString("purpose")), user == null ? null : new UserId(user));
                })
                .optional();
    }
}
