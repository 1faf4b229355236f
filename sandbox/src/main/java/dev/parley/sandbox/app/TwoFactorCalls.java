package dev.parley.sandbox.app;

import dev.parley.sandbox.account.CodeCheck;
import dev.parley.sandbox.account.SecondFactor;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import java.util.Optional;

/**
 * The second step of signing in. The code is compared with what the account uses, whatever the client calls the method: public clients
 * say 0 or 3 for an authenticator app, and one of them says 3 for SMS too.
 */
final class TwoFactorCalls {
    private static final String TRUST = "1";

    private TwoFactorCalls() {}

    static void addTo(AppRoutes routes) {
        routes.openPost("/accounts/two_factor_login", Call.TWO_FACTOR, TwoFactorCalls::login);
        routes.openPost("/accounts/send_two_factor_login_sms", Call.TWO_FACTOR, TwoFactorCalls::resend);
    }

    private static Answer login(AppRequest request) {
        return find(request).map(factor -> login(factor, request)).orElseGet(() -> {
            SignIns.record(request.field("username"), SignIns.Way.TWO_FACTOR, "ended", request);
            return SignInRefusals.endedVerification();
        });
    }

    private static Answer login(SecondFactor factor, AppRequest request) {
        if (!request.takesEffect()) {
            return SignIns.stopped(factor.account(), SignIns.Way.TWO_FACTOR, request);
        }
        SandboxState state = request.state();
        String code = request.field("verification_code").replace(" ", "");
        CodeCheck check = state.secondFactors().check(factor, code, state.now(), state.journal());
        return switch (check) {
            case RIGHT -> signedIn(factor, request);
            case WRONG -> refused(factor, "wrong_code", SignInRefusals.wrongCode(), request);
            case ENDED -> refused(factor, "ended", SignInRefusals.endedVerification(), request);
        };
    }

    private static Answer signedIn(SecondFactor factor, AppRequest request) {
        if (request.field("trust_this_device").equals(TRUST)) {
            SandboxState state = request.state();
            state.trustedDevices().trust(factor.account(), request.device().androidId(), state.journal());
        }
        return SignIns.complete(
                factor.account(), SignIns.Way.TWO_FACTOR, request, SignIns.loggedIn(factor.account(), request));
    }

    private static Answer refused(SecondFactor factor, String outcome, Answer answer, AppRequest request) {
        SignIns.record(factor.account().username(), SignIns.Way.TWO_FACTOR, outcome, request);
        return answer;
    }

    private static Answer resend(AppRequest request) {
        SandboxState state = request.state();
        Optional<SecondFactor> factor = request.takesEffect()
                ? state.secondFactors().resend(request.field("two_factor_identifier"), state.now(), state.journal())
                : find(request);
        return factor.map(sent ->
                        Answer.ok(Json.object("two_factor_info", SignInRefusals.twoFactorInfo(sent), "status", "ok")))
                .orElseGet(SignInRefusals::endedVerification);
    }

    private static Optional<SecondFactor> find(AppRequest request) {
        return request.state().secondFactors().find(request.field("two_factor_identifier"));
    }
}
