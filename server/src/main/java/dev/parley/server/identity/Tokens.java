package dev.parley.server.identity;

import dev.parley.server.core.UserId;
import dev.parley.server.core.Uuids;
import dev.parley.server.tenancy.AskedTogether;
import dev.parley.server.vault.RandomSecret;
import dev.parley.server.web.Right;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bearer tokens: opaque, known by their hash only, and gone at once when they are revoked. */
@Component
public class Tokens {

    static final String PREFIX = "parley_";
    private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(1);

    /** The only moment at which the token itself is known. */
    public record Issued(UUID id, String token, Instant expiresAt) {

        @Override
        public String toString() {
            return "Issued[id=" + id + ", expiresAt=" + expiresAt + "]";
        }
    }

    /**
     * A token, as its owner may know it.
     *
     * @param grant null for that of a sign-in, which may do all that its person may
     * @param lastUsed with what and from where, null before the first use
     */
    public record Token(
            UUID id,
            UserId user,
            @Nullable Grant grant,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Device lastUsed) {}

    private final JdbcClient database;
    private final Clock clock;
    private final IdentitySettings settings;
    private final AskedTogether<ByteBuffer, Held> holders = new AskedTogether<>(this::held);

    Tokens(JdbcClient database, Clock clock, IdentitySettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /** Of a sign-in, just now. */
    Issued issue(UserId user) {
        var secret = RandomSecret.create(PREFIX);
        var issued = issued(secret, settings.tokenLifetime());
        database.sql("""
            with expired as (delete from api_tokens where user_id = :user and expires_at <= :now)
            insert into api_tokens (id, user_id, token_hash, created_at, expires_at, proven_at)
            values (:id, :user, :hash, :now, :expiresAt, :now)
            """)
                .param("id", issued.id())
                .param("user", user.value())
                .param("hash", secret.hash())
                .param("now", Timestamp.from(clock.instant()))
                .param("expiresAt", Timestamp.from(issued.expiresAt()))
                .update();
        return issued;
    }

    /** For a program that acts in the person's name. */
    public Issued issue(UserId user, Grant grant, Duration lifetime) {
        var secret = RandomSecret.create(PREFIX);
        var issued = issued(secret, lifetime);
        var accounts = grant.accounts();
        database.sql("""
            insert into api_tokens (
                id, user_id, token_hash, name, rights, account_ids, account_names, created_at, expires_at)
            values (:id, :user, :hash, :name, :rights, :accounts, :accountNames, :now, :expiresAt)
            """)
                .param("id", issued.id())
                .param("user", user.value())
                .param("hash", secret.hash())
                .param("name", grant.name())
                .param("rights", grant.rights().stream().map(Right::name).toArray(String[]::new))
                .param("accounts", accounts == null ? null : TokenRow.ids(accounts))
                .param("accountNames", accounts == null ? null : TokenRow.names(accounts))
                .param("now", Timestamp.from(clock.instant()))
                .param("expiresAt", Timestamp.from(issued.expiresAt()))
                .update();
        return issued;
    }

    private Issued issued(RandomSecret secret, Duration lifetime) {
        return new Issued(Uuids.timeOrdered(), secret.value(), clock.instant().plus(lifetime));
    }

    /** Those of {@link #of}; until the transaction ends, no other program gets one of this person. The expired make room. */
    public List<Token> holding(UserId user) {
        database.sql("select id from users where id = :user for no key update")
                .param("user", user.value())
                .query(UUID.class)
                .list();
        database.sql("delete from api_tokens where user_id = :user and expires_at <= :now")
                .param("user", user.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return of(user);
    }

    /** Whose token it is now. Every request asks; those of one moment ask together. */
    Optional<SignedIn> holder(String token, Supplier<Device> device) {
        var found = holders.ask(ByteBuffer.wrap(new RandomSecret(token).hash()));
        found.ifPresent(held -> noteUse(held, device));
        return found.map(Held::by);
    }

    private Map<ByteBuffer, Held> held(Set<ByteBuffer> hashes) {
        return database
                .sql("""
            select users.*, token.id as token_id, token_hash, name, rights, account_ids, account_names, last_used_at
            from api_tokens token join users on users.id = user_id
            where token_hash = any(:hashes) and expires_at > :now
            """)
                .param("hashes", hashes.stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query(Tokens::held)
                .list()
                .stream()
                .collect(Collectors.toMap(Held::hash, Function.identity()));
    }

    private record Held(
            ByteBuffer hash, UUID id, SignedIn by, @Nullable Instant lastUsedAt) {}

    private static Held held(ResultSet row, int number) throws SQLException {
        var id = row.getObject("token_id", UUID.class);
        var grant = TokenRow.grant(row);
        var proof = grant == null
                ? new SignedIn.Proof.Token(id)
                : new SignedIn.Proof.ProgramToken(id, grant.rights(), grant.reach());
        return new Held(
                ByteBuffer.wrap(row.getBytes("token_hash")),
                id,
                new SignedIn(People.person(row, number), proof),
                TokenRow.instant(row, "last_used_at"));
    }

    /** Once a minute at most: a write for every request would cost more than all the rest of signing in. */
    private void noteUse(Held token, Supplier<Device> device) {
        var now = clock.instant();
        if (token.lastUsedAt() != null
                && token.lastUsedAt().plus(NOTE_USE_EVERY).isAfter(now)) {
            return;
        }
        var by = device.get();
        database.sql("""
            update api_tokens set last_used_at = :now, last_used_from = :address, last_used_by = :agent
            where id = :id and (last_used_at is null or last_used_at <= :before)
            """)
                .param("id", token.id())
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(NOTE_USE_EVERY)))
                .param("address", by.address())
                .param("agent", by.agent())
                .update();
    }

    /** Those that have not expired, the newest first. */
    public List<Token> of(UserId user) {
        return database.sql("select * from api_tokens where user_id = :user and expires_at > :now order by id desc")
                .param("user", user.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(TokenRow::token)
                .list();
    }

    /** Its holder has just proven who they are. */
    void proven(UUID id) {
        database.sql("update api_tokens set proven_at = :now where id = :id")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Optional<Instant> provenAt(UUID id) {
        return database.sql("select proven_at from api_tokens where id = :id and proven_at is not null")
                .param("id", id)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
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

    /** Whether the person had it. */
    public boolean revoke(UserId user, UUID id) {
        return database.sql("delete from api_tokens where id = :id and user_id = :user")
                        .param("id", id)
                        .param("user", user.value())
                        .update()
                > 0;
    }

    void revokeAll(UserId user, @Nullable UUID except) {
        database.sql("""
            delete from api_tokens where user_id = :user and (cast(:except as uuid) is null or id <> :except)
            """).param("user", user.value()).param("except", except).update();
    }

    /** Those of other sign-ins; what programs use stays. */
    public void endSignIns(SignedIn but) {
        database.sql("""
            delete from api_tokens
            where user_id = :user and name is null and (cast(:except as uuid) is null or id <> :except)
            """)
                .param("user", but.person().id().value())
                .param("except", but.proof() instanceof SignedIn.Proof.Token(UUID id) ? id : null)
                .update();
    }
}
