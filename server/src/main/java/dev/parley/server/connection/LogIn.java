package dev.parley.server.connection;

import dev.parley.server.account.SignInStep;
import dev.parley.server.account.SignIns;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Bots;
import dev.parley.server.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Signs in with a password. */
@Component
class LogIn extends SignInHandler {

    static final String KIND = "sign-in";

    LogIn(Tenancy tenancy, SignIns signIns, Bots bots) {
        super(tenancy, signIns, bots);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    SignInStep step(SignIns signIns, Attempt attempt) {
        return signIns.login(attempt.action().account(), attempt.secret());
    }
}
