package dev.parley.server.message;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Columns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys by which callers have repeated calls recognised. Joins the caller's transaction. */
@Repository
class IdempotencyKeys {

    private static final Duration HONOURED = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Messages messages;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Messages messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What was sent with this key, or what is sent now. Of two that come at once, the second waits for the first. Refuses with
     * IDEMPOTENCY_KEY_REUSED if the key came with something else before.
     *
     * @param key null where the caller gave none
     * @param request all that the call says
     */
    Taken once(Caller caller, @Nullable String key, String request, Supplier<Taken> send) {
        if (key == null) {
            return send.get();
        }
        var hash = hash(request);
        lock(caller, key);
        var known = known(caller, key);
        if (known.isPresent()) {
            return Taken.of(messages.get(known.get().demandSame(hash)));
        }
        var taken = send.get();
        remember(caller, key, hash, taken.id());
        return taken;
    }

    private void lock(Caller caller, String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('message_keys ' || :user || ' ' || :key, 0))")
                .param("user", caller.user().toString())
                .param("key", key)
                .query((row, n) -> true)
                .single();
    }

    private Optional<Known> known(Caller caller, String key) {
        return jdbc.sql("""
                select message_id, request_hash from message_keys
                where user_id = :user and key = :key and created_at > :since
                """)
                .param("user", caller.user().value())
                .param("key", key)
                .param("since", Columns.of(clock.instant().minus(HONOURED)))
                .query((row, n) ->
                        new Known(new MessageId(row.getObject("message_id", UUID.class)), row.getBytes("request_hash")))
                .optional();
    }

    private void remember(Caller caller, String key, byte[] hash, MessageId id) {
        jdbc.sql("""
                insert into message_keys as known (workspace_id, user_id, key, request_hash, message_id, created_at)
                values (:workspace, :user, :key, :hash, :message, :now)
                on conflict (workspace_id, user_id, key)
                do update set request_hash = excluded.request_hash, message_id = excluded.message_id, created_at = excluded.created_at
                """)
                .param("workspace", caller.workspace().value())
                .param("user", caller.user().value())
                .param("key", key)
                .param("hash", hash)
                .param("message", id.value())
                .param("now", Columns.of(clock.instant()))
                .update();
    }

    private static byte[] hash(String request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Known(MessageId message, byte[] hash) {

        MessageId demandSame(byte[] asked) {
            if (!MessageDigest.isEqual(hash, asked)) {
                throw new BotException(
                        ErrorCode.IDEMPOTENCY_KEY_REUSED,
                        "The key came with another message before, which is %s.".formatted(message));
            }
            return message;
        }
    }
}
