package dev.parley.server.connection;

import dev.parley.server.account.SignInStep;
import dev.parley.server.account.SignIns;
import dev.parley.server.account.VerificationId;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Bots;
import dev.parley.server.tenancy.Tenancy;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Signs in with what the owner's browser brought back from Instagram's page. */
@Component
class Authorize extends SignInHandler {

    static final String KIND = "authorize";

    private static final JsonMapper JSON = new JsonMapper();

    Authorize(Tenancy tenancy, SignIns signIns, Bots bots) {
        super(tenancy, signIns, bots);
    }

    static String secret(Map<String, String> broughtBack) {
        return JSON.writeValueAsString(broughtBack);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    SignInStep step(SignIns signIns, Attempt attempt) {
        var verification = VerificationId.of(attempt.action().payload().getOrDefault(AnswerCode.VERIFICATION, ""));
        var broughtBack = JSON.readValue(attempt.secret(), new TypeReference<Map<String, String>>() {});
        return signIns.authorization(verification, broughtBack);
    }
}
