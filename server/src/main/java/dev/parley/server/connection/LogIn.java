package dev.parley.server.connection;

import dev.parley.server.account.Asked;
import dev.parley.server.account.Keeping;
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
    private static final String KEEPING = "keeping";
    private static final String UNLESS = "unless";
    private static final String SIGNED_IN = "signed-in";

    private final Tenancy tenancy;
    private final ReuseSession reuse;
    private final TrySession trySession;

    LogIn(Tenancy tenancy, SignIns signIns, Bots bots, ReuseSession reuse, TrySession trySession) {
        super(tenancy, signIns, bots);
        this.tenancy = tenancy;
        this.reuse = reuse;
        this.trySession = trySession;
    }

    static Map<String, String> payload(boolean unlessSignedIn, Keeping keeping) {
        return unlessSignedIn ? Map.of(KEEPING, keeping.name(), UNLESS, SIGNED_IN) : Map.of(KEEPING, keeping.name());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Performed<Asked> perform(Attempt attempt) {
        var action = attempt.action();
        if (!SIGNED_IN.equals(action.payload().get(UNLESS))) {
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
        var keeping = attempt.action().payload().getOrDefault(KEEPING, Keeping.AS_BEFORE.name());
        return signIns.login(attempt.action().account(), attempt.secret(), Keeping.valueOf(keeping));
    }
}
