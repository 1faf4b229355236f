package dev.parley.server.account;

import dev.parley.instagram.Instagram;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether an account's session still works: prepared in a transaction, asked outside of any, recorded in another one. */
@Component
public class Check {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Health health;
    private final Drivers drivers;
    private final AccountSettings settings;
    private final Clock clock;

    Check(Accounts accounts, Sessions sessions, Health health, Drivers drivers, AccountSettings settings, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.health = health;
        this.drivers = drivers;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param session null where none is stored */
    public record Prepared(Account account, @Nullable SessionSnapshot session) {}

    /** @param answer null where there was nothing to ask with */
    public record Asked(Account account, @Nullable Answer answer) {

        /** What Instagram refused with: the bot must know when it is asked to slow down. */
        public Optional<Refusal> refusal() {
            return answer != null && answer.outcome() instanceof Outcome.Refused<Profile>(Refusal refusal)
                    ? Optional.of(refusal)
                    : Optional.empty();
        }
    }

    record Answer(SessionSnapshot before, SessionSnapshot now, Outcome<Profile> outcome) {}

    /** Also of a session that has expired or is not believed to work: Instagram may say otherwise. */
    public Prepared prepare(AccountId account) {
        return new Prepared(accounts.get(account), sessions.stored(account).orElse(null));
    }

    /** Asks with a session that is open already; not inside a transaction. */
    public Asked ask(Account account, SessionSnapshot session) {
        return ask(new Prepared(account, session));
    }

    public Asked ask(Prepared prepared) {
        var session = prepared.session();
        if (session == null) {
            return new Asked(prepared.account(), null);
        }
        Instagram instagram = drivers.open(drivers.prolonged(session, clock.instant()));
        var outcome = instagram.currentUser();
        return new Asked(prepared.account(), new Answer(session, instagram.session(), outcome));
    }

    public Checked record(Asked asked) {
        var account = asked.account();
        var answer = asked.answer();
        if (answer == null) {
            return checked(account, ErrorCode.SESSION_INVALID, "No session is stored for @" + account.username() + ".");
        }
        sessions.store(account.id(), answer.before(), answer.now());
        return switch (answer.outcome()) {
            case Outcome.Done<Profile>(Profile profile) -> works(account, profile);
            case Outcome.Refused<Profile>(Refusal refusal) -> refused(account, refusal);
        };
    }

    private Checked works(Account account, Profile profile) {
        if (!profile.id().equals(account.instagramUserId())) {
            var detail = "The session of @%s speaks for @%s.".formatted(account.username(), profile.username());
            sessions.end(account.id(), AccountState.LOGIN_REQUIRED, ErrorCode.ACCOUNT_MISMATCH, detail);
            return checked(account, ErrorCode.ACCOUNT_MISMATCH, detail);
        }
        health.checked(account.id(), true);
        sessions.prolong(account.id());
        health.connected(account.id());
        return checked(account, null, null);
    }

    private Checked refused(Account account, Refusal refusal) {
        switch (refusal) {
            case Refusal.PersonNeeded stop -> sessions.stop(account.id(), stop);
            case Refusal.SlowDown wait ->
                health.mark(account.id(), RefusalCodes.state(wait), RefusalCodes.code(wait), wait.detail());
            case Refusal.NotSent nobodyWasAsked -> {}
            case Refusal.Failure unclear -> unclear(account, unclear);
            case Refusal.TargetRefused unclear -> unclear(account, unclear);
        }
        return checked(account, RefusalCodes.code(refusal), refusal.detail());
    }

    /** One unclear answer proves nothing; several in a row do. */
    private void unclear(Account account, Refusal refusal) {
        var code = RefusalCodes.code(refusal);
        if (health.checked(account.id(), false) >= settings.failedChecks()) {
            sessions.distrust(account.id(), AccountState.LOGIN_REQUIRED, code, refusal.detail());
        } else if (sessions.isValid(account.id())) {
            health.mark(account.id(), AccountState.DEGRADED, code, refusal.detail());
        }
    }

    private Checked checked(Account account, @Nullable ErrorCode code, @Nullable String reason) {
        return new Checked(sessions.isValid(account.id()), clock.instant(), code, reason);
    }
}
