package dev.parley.server.connection;

import dev.parley.server.account.SignInStep;
import dev.parley.server.account.SignIns;
import dev.parley.server.account.VerificationId;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Bots;
import dev.parley.server.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Answers a verification with a code. */
@Component
class AnswerCode extends SignInHandler {

    static final String KIND = "verify-code";
    static final String VERIFICATION = "verification_id";

    AnswerCode(Tenancy tenancy, SignIns signIns, Bots bots) {
        super(tenancy, signIns, bots);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    SignInStep step(SignIns signIns, Attempt attempt) {
        var verification = VerificationId.of(attempt.action().payload().getOrDefault(VERIFICATION, ""));
        return signIns.code(verification, attempt.secret());
    }
}
