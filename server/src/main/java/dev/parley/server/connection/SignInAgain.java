package dev.parley.server.connection;

import dev.parley.server.account.Asked;
import dev.parley.server.account.ReuseSession;
import dev.parley.server.account.SignInStep;
import dev.parley.server.account.SignIns;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Bots;
import dev.parley.server.bot.Performed;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Brings back a session that has expired, though nobody is there to give the password. */
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
        return tenancy.in(action.workspace(), () -> reuse.find(action.account()))
                .flatMap(session -> trySession.of(attempt, session))
                .orElseGet(() -> new Performed.Skipped<>(
                        ErrorCode.SESSION_INVALID,
                        "@%s has no Instagram session that works."
                                .formatted(attempt.account().username())));
    }

    @Override
    SignInStep step(SignIns signIns, Attempt attempt) {
        throw new IllegalStateException("No password is kept");
    }
}
