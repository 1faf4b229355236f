package dev.parley.server.connection;

import dev.parley.server.account.Asked;
import dev.parley.server.account.NoSession;
import dev.parley.server.account.ReuseSession;
import dev.parley.server.account.SignInStep;
import dev.parley.server.account.SignIns;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Bots;
import dev.parley.server.bot.Performed;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Brings back a session that is over or has expired, with the password that its owner let Parley keep. */
@Component
class SignInAgain extends SignInHandler {

    static final String KIND = "sign-in-again";

    private final Tenancy tenancy;
    private final ReuseSession reuse;
    private final TrySession trySession;

    SignInAgain(Tenancy tenancy, SignIns signIns, Bots bots, ReuseSession reuse, TrySession trySession) {
        super(tenancy, signIns, bots);
        this.tenancy = tenancy;
        this.reuse = reuse;
        this.trySession = trySession;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Performed<Asked> perform(Attempt attempt) {
        var action = attempt.action();
        try {
            return tenancy.in(action.workspace(), () -> reuse.find(action.account()))
                    .flatMap(session -> trySession.of(attempt, session))
                    .orElseGet(() -> super.perform(attempt));
        } catch (NothingKept nothing) {
            var why = NoSession.of(attempt.account());
            return new Performed.Skipped<>(ErrorCode.SESSION_INVALID, String.valueOf(why.getMessage()));
        }
    }

    @Override
    SignInStep step(SignIns signIns, Attempt attempt) {
        return signIns.again(attempt.action().account()).orElseThrow(NothingKept::new);
    }

    private static final class NothingKept extends RuntimeException {
        NothingKept() {
            super("no password is kept, or it may not be used now", null, false, false);
        }
    }
}
