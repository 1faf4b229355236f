package dev.parley.server.connection;

import dev.parley.instagram.VerificationMethod;
import dev.parley.server.account.SignInStep;
import dev.parley.server.account.SignIns;
import dev.parley.server.account.VerificationId;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Bots;
import dev.parley.server.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Has Instagram send a code: again, or in another way. */
@Component
class SendCode extends SignInHandler {

    static final String KIND = "send-code";
    static final String METHOD = "method";

    SendCode(Tenancy tenancy, SignIns signIns, Bots bots) {
        super(tenancy, signIns, bots);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    SignInStep step(SignIns signIns, Attempt attempt) {
        var payload = attempt.action().payload();
        var method = payload.get(METHOD);
        return signIns.newCode(
                VerificationId.of(payload.getOrDefault(AnswerCode.VERIFICATION, "")),
                method == null ? null : VerificationMethod.valueOf(method));
    }
}
