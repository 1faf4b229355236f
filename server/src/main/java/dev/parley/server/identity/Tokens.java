package dev.parley.server.identity;

import dev.parley.server.core.UserId;
import dev.parley.server.core.Uuids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bearer tokens: opaque, known by their hash only, and gone at once when they are revoked. */
@Component
class Tokens {

    static final String PREFIX = "parley_";
    private static final int SECRET_BYTES = 32;
    private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(1);

    /** The only moment at which the token itself is known. */
    record Issued(UUID id, String token, Instant expiresAt) {

        @Override
        public String toString() {
            return "Issued[id=" + id + ", expiresAt=" + expiresAt + "]";
        }
    }

    record Valid(UUID id, UserId user, @Nullable Instant lastUsedAt) {}

    private final JdbcClient database;
    private final Clock clock;
    private final IdentitySettings settings;
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcClient database, Clock clock, IdentitySettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    Issued issue(UserId user) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var issued = new Issued(Uuids.timeOrdered(), token, clock.instant().plus(settings.tokenLifetime()));
        database.sql("""
                insert into api_tokens (id, user_id, token_hash, expires_at) values (:id, :user, :hash, :expiresAt)
                """)
                .param("id", issued.id())
                .param("user", user.value())
                .param("hash", hash(token))
                .param("expiresAt", Timestamp.from(issued.expiresAt()))
                .update();
        return issued;
    }

    Optional<Valid> find(String token) {
        var found = database.sql("""
                select id, user_id, last_used_at from api_tokens where token_hash = :hash and expires_at > :now
                """)
                .param("hash", hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Valid(
                        row.getObject("id", UUID.class),
                        new UserId(row.getObject("user_id", UUID.class)),
                        row.getTimestamp("last_used_at") == null
                                ? null
                                : row.getTimestamp("last_used_at").toInstant()))
                .optional();
        found.ifPresent(this::noteUse);
        return found;
    }

    /** Once a minute at most: a write for every request would cost more than all the rest of signing in. */
    private void noteUse(Valid token) {
        var now = clock.instant();
        if (token.lastUsedAt() != null
                && token.lastUsedAt().plus(NOTE_USE_EVERY).isAfter(now)) {
            return;
        }
        database.sql("update api_tokens set last_used_at = :now where id = :id")
                .param("id", token.id())
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean isValid(UUID id) {
        return database.sql("select expires_at > :now from api_tokens where id = :id")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void revoke(UUID id) {
        database.sql("delete from api_tokens where id = :id").param("id", id).update();
    }

    void revokeAll(UserId user, @Nullable UUID except) {
        database.sql("""
                delete from api_tokens where user_id = :user and (cast(:except as uuid) is null or id <> :except)
                """).param("user", user.value()).param("except", except).update();
    }

    /** A random secret of 256 bits needs no slow hash: nobody can guess it from one. */
    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
