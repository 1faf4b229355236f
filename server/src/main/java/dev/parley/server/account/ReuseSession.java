package dev.parley.server.account;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.identity.Passwords;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the session that an account has serves somebody who wants to be signed in. */
@Component
public class ReuseSession {

    private final Check check;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Clock clock;

    ReuseSession(Check check, Sessions sessions, Passwords passwords, Clock clock) {
        this.check = check;
        this.sessions = sessions;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * A session that is stored.
     *
     * @param passwordHash of the password with which it was signed in; null where none was given, or none could be hashed
     * @param expiresAt when it expires; null for one that works no more, as far as is known
     * @param fresh whether it has just been used or checked, so that Instagram need not be asked
     */
    public record Known(
            Check.Prepared prepared,
            @Nullable String passwordHash,
            @Nullable Instant expiresAt,
            boolean fresh) {

        @Override
        public String toString() {
            return "Known[account=" + prepared.account().id() + ", fresh=" + fresh + "]";
        }
    }

    /** In the transaction of the account's workspace. Empty where no session is stored. */
    public Optional<Known> find(AccountId account) {
        return sessions.standing(account)
                .flatMap(standing -> readable(account).map(prepared -> known(prepared, standing)));
    }

    /** What cannot be read is of no use; a new sign-in mends that. */
    private Optional<Check.Prepared> readable(AccountId account) {
        try {
            return Optional.of(check.prepare(account));
        } catch (BotException unreadable) {
            return Optional.empty();
        }
    }

    private Known known(Check.Prepared prepared, SessionStanding standing) {
        var works = standing.worksAt(clock.instant());
        return new Known(
                prepared,
                standing.passwordHash(),
                works ? standing.expiresAt() : null,
                works && sessions.isFresh(standing.provenAt()));
    }

    /** Whether this is the password of the one who signed in; not inside a transaction, for hashing takes its time. */
    public boolean recognises(Known known, String password) {
        return known.passwordHash() != null && passwords.matches(password, known.passwordHash());
    }

    /** Asks Instagram whether the session still works; not inside a transaction. */
    public Check.Asked ask(Known known) {
        return check.ask(known.prepared());
    }

    /** In the transaction of the account's workspace. Whether the session may be used on. */
    public boolean record(Check.Asked asked) {
        return check.record(asked).sessionValid();
    }
}
