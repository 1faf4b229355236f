package dev.parley.server.connection;

import dev.parley.server.account.Asked;
import dev.parley.server.account.ReuseSession;
import dev.parley.server.account.SignInStep;
import dev.parley.server.account.SignIns;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Bots;
import dev.parley.server.bot.Performed;
import dev.parley.server.core.BotException;
import dev.parley.server.tenancy.Tenancy;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Signs in with a password; where that is enough, a session that works is used again. Decided only when it is its turn. */
@Component
class LogIn extends SignInHandler {

    static final String KIND = "sign-in";
    static final Map<String, String> UNLESS_SIGNED_IN = Map.of("unless", "signed-in");

    private final Tenancy tenancy;
    private final ReuseSession reuse;
    private final TrySession trySession;

    LogIn(Tenancy tenancy, SignIns signIns, Bots bots, ReuseSession reuse, TrySession trySession) {
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
        if (!action.payload().equals(UNLESS_SIGNED_IN)) {
            return super.perform(attempt);
        }
        var known = tenancy.in(action.workspace(), () -> reuse.find(action.account()));
        try {
            return known.filter(session -> reuse.recognises(session, attempt.secret()))
                    .flatMap(session -> trySession.of(attempt, session))
                    .orElseGet(() -> super.perform(attempt));
        } catch (BotException tooManyHashes) {
            return new Performed.Skipped<>(tooManyHashes.code(), String.valueOf(tooManyHashes.getMessage()));
        }
    }

    @Override
    SignInStep step(SignIns signIns, Attempt attempt) {
        return signIns.login(attempt.action().account(), attempt.secret());
    }
}
