package dev.parley.server.account;

import dev.parley.instagram.AuthorizationRequest;
import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.VerificationMethod;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.vault.Place;
import dev.parley.server.vault.SealedColumn;
import dev.parley.server.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sign-ins of the bound workspace that wait for a person; one at most of each account. */
@Repository
class Verifications {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final AccountSettings settings;
    private final Clock clock;

    Verifications(JdbcClient jdbc, Vault vault, AccountSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /** Refuses with VERIFICATION_ENDED what is over, has never been, or is another workspace's. */
    Verification waiting(VerificationId id) {
        return jdbc.sql("""
                select id, account_id, kind, method, methods, sent_to, expires_at, tries_left
                from verifications
                where id = :id and ended_at is null and expires_at > :now
                """)
                .param("id", id.value())
                .param("now", Columns.of(clock.instant()))
                .query((row, index) -> verification(row))
                .optional()
                .orElseThrow(Verifications::ended);
    }

    /** One at most of each account. */
    List<Verification> waiting() {
        return jdbc.sql("""
                select id, account_id, kind, method, methods, sent_to, expires_at, tries_left
                from verifications
                where ended_at is null and expires_at > :now
                """)
                .param("now", Columns.of(clock.instant()))
                .query((row, index) -> verification(row))
                .list();
    }

    Optional<Verification> waiting(AccountId account) {
        return waiting().stream()
                .filter(verification -> verification.account().equals(account))
                .findFirst();
    }

    PendingSignIn pending(VerificationId id) {
        return PendingSignIn.fromBytes(notes(id));
    }

    AuthorizationRequest authorization(VerificationId id) {
        return AuthorizationRequest.fromBytes(notes(id));
    }

    private byte[] notes(VerificationId id) {
        return jdbc.sql("select id, workspace_id, pending_encrypted from verifications where id = :id")
                .param("id", id.value())
                .query((row, index) -> vault.open(
                        place(row.getObject("workspace_id", UUID.class), id), row.getBytes("pending_encrypted")))
                .single();
    }

    Verification add(VerificationId id, Account account, Wanted wanted, @Nullable String passwordHash) {
        return jdbc.sql("""
                insert into verifications (
                    id, workspace_id, account_id, kind, method, methods, sent_to, pending_encrypted, password_hash,
                    tries_left, expires_at, created_at)
                values (
                    :id, :workspace, :account, :kind, :method, :methods, :sentTo, :pending, :passwordHash,
                    :tries, :expires, :now)
                returning id, account_id, kind, method, methods, sent_to, expires_at, tries_left
                """)
                .param("id", id.value())
                .param("workspace", account.workspace().value())
                .param("account", account.id().value())
                .param("kind", wanted.kind().name())
                .param("method", wanted.methodName())
                .param("methods", wanted.methodNames())
                .param("sentTo", wanted.sentTo())
                .param("pending", vault.seal(place(account.workspace().value(), id), wanted.notes()))
                .param("passwordHash", passwordHash)
                .param("tries", settings.codeTries())
                .param("expires", Columns.of(newExpiry()))
                .param("now", Columns.of(clock.instant()))
                .query((row, index) -> verification(row))
                .single();
    }

    /** A code was sent, or Instagram asks for something more: there is time for it again, but no more tries for the same. */
    Verification goOn(Account account, VerificationId id, Wanted wanted) {
        return jdbc.sql("""
                update verifications
                set kind = :kind, method = :method, methods = :methods, sent_to = :sentTo, pending_encrypted = :pending,
                    tries_left = case kind when :kind then tries_left else :tries end, expires_at = :expires
                where id = :id and ended_at is null
                returning id, account_id, kind, method, methods, sent_to, expires_at, tries_left
                """)
                .param("id", id.value())
                .param("kind", wanted.kind().name())
                .param("method", wanted.methodName())
                .param("methods", wanted.methodNames())
                .param("sentTo", wanted.sentTo())
                .param("pending", vault.seal(place(account.workspace().value(), id), wanted.notes()))
                .param("tries", settings.codeTries())
                .param("expires", Columns.of(newExpiry()))
                .query((row, index) -> verification(row))
                .optional()
                .orElseThrow(Verifications::ended);
    }

    /** A code was wrong; the last one that may be tried ends it. */
    Verification wrongCode(Account account, VerificationId id, PendingSignIn pending) {
        var verification = jdbc.sql("""
                update verifications
                set pending_encrypted = :pending, tries_left = tries_left - 1
                where id = :id and ended_at is null and tries_left > 0
                returning id, account_id, kind, method, methods, sent_to, expires_at, tries_left
                """)
                .param("id", id.value())
                .param("pending", vault.seal(place(account.workspace().value(), id), pending.toBytes()))
                .query((row, index) -> verification(row))
                .optional()
                .orElseThrow(Verifications::ended);
        if (verification.triesLeft() == 0) {
            end(account.id());
        }
        return verification;
    }

    /** Forgets what the account waited for. */
    void end(AccountId account) {
        jdbc.sql("""
                update verifications
                set ended_at = :now, pending_encrypted = null, password_hash = null
                where account_id = :account and ended_at is null
                """)
                .param("now", Columns.of(clock.instant()))
                .param("account", account.value())
                .update();
    }

    Optional<String> passwordHash(VerificationId id) {
        return jdbc.sql("select password_hash from verifications where id = :id and password_hash is not null")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    private Instant newExpiry() {
        return clock.instant().plus(settings.verificationLifetime());
    }

    private static Verification verification(ResultSet row) throws SQLException {
        var method = row.getString("method");
        var methods = (String[]) row.getArray("methods").getArray();
        return new Verification(
                new VerificationId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                Verification.Kind.valueOf(row.getString("kind")),
                method == null ? null : VerificationMethod.valueOf(method),
                Arrays.stream(methods).map(VerificationMethod::valueOf).toList(),
                row.getString("sent_to"),
                Columns.instant(row, "expires_at"),
                row.getInt("tries_left"));
    }

    @Bean
    static SealedColumn sealedVerifications() {
        return new SealedColumn("verifications", "pending_encrypted", "id", true);
    }

    private static Place place(UUID workspace, VerificationId id) {
        return new Place(workspace, "verifications", "pending_encrypted", id.value());
    }

    private static BotException ended() {
        return new BotException(ErrorCode.VERIFICATION_ENDED, "No sign-in waits for this any more, or it never did.");
    }
}
