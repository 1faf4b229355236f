package dev.parley.server.account;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.tenancy.Each;
import dev.parley.server.tenancy.Question;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.Write;
import dev.parley.server.vault.Place;
import dev.parley.server.vault.SealedColumn;
import dev.parley.server.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions of the accounts of the bound workspace, sealed. */
@Repository
public class Sessions {

    private static final Duration NOTED_EVERY = Duration.ofSeconds(10);

    private static final Each OPENING = Each.of("account uuid", """
            select c.account_id, c.workspace_id, c.session_data_encrypted, s.last_activity, c.expires_at,
                greatest(c.signed_in_at, s.last_activity, s.last_check_ok_at) as proven_at, each.n
            from {each}
                join instagram_credentials c on c.account_id = each.account
                join user_bot_status s on s.account_id = each.account
            where s.session_valid and c.session_data_encrypted is not null
            """);

    private static final Each WORKED =
            Each.of("account uuid, session bytea, expires timestamptz, moment timestamptz", """
            with working as (select * from {each}),
            kept as (
                update instagram_credentials
                set session_data_encrypted = coalesce(working.session, session_data_encrypted),
                    expires_at = working.expires, updated_at = now()
                from working
                where account_id = working.account and session_data_encrypted is not null)
            update user_bot_status
            set last_activity = working.moment, updated_at = now()
            from working
            where account_id = working.account
            """);

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Health health;
    private final ApplicationEventPublisher events;
    private final AccountSettings settings;
    private final Clock clock;

    Sessions(
            Tenancy tenancy,
            JdbcClient jdbc,
            Vault vault,
            Health health,
            ApplicationEventPublisher events,
            AccountSettings settings,
            Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.vault = vault;
        this.health = health;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The session, if it is believed to work, expired or not: asked in the next round trip, and opened when it is wanted. That fails
     * with RECORD_UNREADABLE if it cannot be opened.
     */
    public Supplier<Optional<WorkingSession>> opening(AccountId account) {
        var sealed = tenancy.asking(Question.of(OPENING, SealedSession::read).param("account", account.value()));
        return () -> sealed.first().map(this::opened);
    }

    private WorkingSession opened(SealedSession sealed) {
        var expired = !sealed.expiresAt().isAfter(clock.instant());
        return new WorkingSession(
                sealed.account(),
                snapshot(sealed.workspace(), sealed.account(), sealed.data()),
                sealed.lastActivity(),
                expired || !isFresh(sealed.provenAt()));
    }

    /** What is known of the session that is stored, whether or not it is believed to work. */
    Optional<SessionStanding> standing(AccountId account) {
        return jdbc.sql("""
                select s.session_valid, c.expires_at, c.password_hash,
                    greatest(c.signed_in_at, s.last_activity, s.last_check_ok_at) as proven_at
                from instagram_credentials c join user_bot_status s using (account_id)
                where account_id = :account and c.session_data_encrypted is not null
                """)
                .param("account", account.value())
                .query(SessionStanding::read)
                .optional();
    }

    /** Whether Instagram has answered so lately that it need not be asked before the session is used. */
    boolean isFresh(@Nullable Instant provenAt) {
        return provenAt != null && provenAt.isAfter(clock.instant().minus(settings.checkAfter()));
    }

    /** Whether {@link #opening} would give one that has not expired; opens nothing. */
    public boolean isValid(AccountId account) {
        return health.of(account).sessionValid();
    }

    /** Refuses with SESSION_INVALID where there is no account, or none with a session that works. */
    public Account demandValid(Optional<Account> picked) {
        var account = picked.orElseThrow(NoSession::withoutAccount);
        if (!isValid(account.id())) {
            throw NoSession.of(account);
        }
        return account;
    }

    /** The session as it is stored, whether or not it is believed to work: asking Instagram may revive it. */
    public Optional<SessionSnapshot> stored(AccountId account) {
        return jdbc.sql("""
                select workspace_id, session_data_encrypted from instagram_credentials
                where account_id = :account and session_data_encrypted is not null
                """)
                .param("account", account.value())
                .query((row, index) -> snapshot(
                        row.getObject("workspace_id", UUID.class), account, row.getBytes("session_data_encrypted")))
                .optional();
    }

    /**
     * The account has been at work with its session, which proves that it works, so it lives on for a whole lifetime; and what
     * Instagram's answers have made of it is kept. Written each time that it is another than before, else now and then. One that
     * has ended stays ended.
     */
    public void worked(WorkingSession before, SessionSnapshot now) {
        var changed = !now.equals(before.snapshot());
        var moment = clock.instant();
        if (!changed && before.usedSince(moment.minus(NOTED_EVERY))) {
            return;
        }
        tenancy.later(Write.of(WORKED)
                .param("account", before.account().value())
                .param("session", changed ? seal(before.account(), now) : null)
                .param("expires", newExpiry())
                .param("moment", moment));
    }

    /** Stores what Instagram's answers have made of a session of which it is not known whether it works. */
    public void store(AccountId account, SessionSnapshot before, SessionSnapshot now) {
        if (now.equals(before)) {
            return;
        }
        jdbc.sql("""
                update instagram_credentials
                set session_data_encrypted = :session, updated_at = now()
                where account_id = :account and session_data_encrypted is not null
                """)
                .param("session", seal(account, now))
                .param("account", account.value())
                .update();
    }

    void start(AccountId account, SessionSnapshot session, @Nullable String passwordHash) {
        jdbc.sql("""
                update instagram_credentials
                set session_data_encrypted = :session, password_hash = :passwordHash,
                    signed_in_at = :now, expires_at = :expires, updated_at = now()
                where account_id = :account
                """)
                .param("session", seal(account, session))
                .param("passwordHash", passwordHash)
                .param("now", Columns.of(clock.instant()))
                .param("expires", Columns.of(newExpiry()))
                .param("account", account.value())
                .update();
        health.sessionWorks(account, true);
        health.checked(account, true);
        health.mark(account, AccountState.CONNECTED, null, null);
    }

    /** Instagram has just answered as this account: the session lives on for a whole lifetime. */
    public void prolong(AccountId account) {
        jdbc.sql("""
                update instagram_credentials
                set expires_at = :expires, updated_at = now()
                where account_id = :account and session_data_encrypted is not null
                """)
                .param("expires", Columns.of(newExpiry()))
                .param("account", account.value())
                .update();
        health.sessionWorks(account, true);
    }

    /** Instagram wants the account's owner. What was not believed to work before is as it was. */
    public void stopUsing(AccountId account, Refusal.PersonNeeded refusal) {
        if (health.believesIn(account)) {
            stop(account, refusal);
        }
    }

    /** Instagram wants the account's owner: whether the session can come back is for Instagram's words to tell. */
    void stop(AccountId account, Refusal.PersonNeeded refusal) {
        var state = RefusalCodes.state(refusal);
        var code = RefusalCodes.code(refusal);
        switch (refusal) {
            case Refusal.LoginRequired over -> lose(account, state, code, refusal.detail());
            case Refusal.LoggedOut over -> lose(account, state, code, refusal.detail());
            case Refusal.ChallengeRequired owner -> distrust(account, state, code, refusal.detail());
            case Refusal.CheckpointRequired owner -> distrust(account, state, code, refusal.detail());
            case Refusal.ConsentRequired owner -> distrust(account, state, code, refusal.detail());
            case Refusal.PermissionMissing owner -> distrust(account, state, code, refusal.detail());
            case Refusal.AccountSuspended locked -> distrust(account, state, code, refusal.detail());
            case Refusal.InactiveAccount locked -> distrust(account, state, code, refusal.detail());
        }
    }

    private void lose(AccountId account, AccountState state, ErrorCode code, String detail) {
        end(account, state, code, detail);
        events.publishEvent(new SessionLost(tenancy.workspace(), account));
    }

    /** The session is over and forgotten; the device stays. */
    public void end(AccountId account, AccountState state, @Nullable ErrorCode code, @Nullable String detail) {
        jdbc.sql("""
                update instagram_credentials
                set session_data_encrypted = null, expires_at = null, updated_at = now()
                where account_id = :account
                """).param("account", account.value()).update();
        distrust(account, state, code, detail);
    }

    /** The session is not used any more, unless a check shows that it works again. */
    void distrust(AccountId account, AccountState state, @Nullable ErrorCode code, @Nullable String detail) {
        health.sessionWorks(account, false);
        health.mark(account, state, code, detail);
    }

    /** A sign-in that does not succeed leaves a session that works as it is. */
    void markUnlessValid(AccountId account, AccountState state, @Nullable ErrorCode code, @Nullable String detail) {
        if (!isValid(account)) {
            health.mark(account, state, code, detail);
        }
    }

    private Instant newExpiry() {
        return clock.instant().plus(settings.sessionLifetime());
    }

    private SessionSnapshot snapshot(UUID workspace, AccountId account, byte[] data) {
        return SessionSnapshot.fromBytes(vault.open(place(workspace, account.value()), data));
    }

    private byte[] seal(AccountId account, SessionSnapshot session) {
        return vault.seal(place(tenancy.workspace().value(), account.value()), session.toBytes());
    }

    @Bean
    static SealedColumn sealedSessions() {
        return new SealedColumn("instagram_credentials", "session_data_encrypted", "account_id", true);
    }

    private static Place place(UUID workspace, UUID account) {
        return new Place(workspace, "instagram_credentials", "session_data_encrypted", account);
    }
}
