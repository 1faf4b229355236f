package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Challenge;
import dev.parley.sandbox.account.CodeCheck;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.http.Method;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proving by e-mail who one is: look, choose the way ({@code choice} 1), give the code; {@code replay} sends a new one and {@code reset}
 * goes back to the choice. A device that passed is trusted from then on.
 */
final class ChallengeCalls {
    private static final String BY_EMAIL = "1";
    private static final int RESEND_DELAY_SECONDS = 60;

    private ChallengeCalls() {}

    static void addTo(AppRoutes routes) {
        String path = "/challenge/{account}/{nonce}";
        String replay = "/challenge/replay/{account}/{nonce}";
        String reset = "/challenge/reset/{account}/{nonce}";
        routes.openGet(path, Call.CHALLENGE, known(ChallengeCalls::step));
        routes.openPost(path, Call.CHALLENGE, known(ChallengeCalls::answer));
        routes.openPost(replay, Call.CHALLENGE, known(ChallengeCalls::sendCode));
        routes.openGet(reset, Call.CHALLENGE, known(ChallengeCalls::reset));
        routes.openPost(reset, Call.CHALLENGE, known(ChallengeCalls::reset));
        routes.openUnversioned(Method.GET, path, Call.CHALLENGE, known(ChallengeCalls::step));
        routes.openUnversioned(Method.POST, path, Call.CHALLENGE, known(ChallengeCalls::answer));
        routes.openUnversioned(Method.POST, replay, Call.CHALLENGE, known(ChallengeCalls::sendCode));
        routes.openUnversioned(Method.POST, reset, Call.CHALLENGE, known(ChallengeCalls::reset));
    }

    private interface Step {
        Answer answer(AppRequest request, Challenge challenge);
    }

    private static AppRoutes.Open known(Step step) {
        return request -> find(request)
                .map(challenge -> step.answer(request, challenge))
                .orElseGet(SignInRefusals::endedVerification);
    }

    private static Optional<Challenge> find(AppRequest request) {
        return request.state().challenges().find(request.idInPath("account"), request.path("nonce"));
    }

    private static Answer step(AppRequest request, Challenge challenge) {
        return Answer.ok(challenge.codeSent() ? typeCode(challenge) : chooseWay(challenge));
    }

    private static Answer answer(AppRequest request, Challenge challenge) {
        String code = request.field("security_code");
        if (!code.isEmpty()) {
            return check(request, challenge, code);
        }
        return request.field("choice").equals(BY_EMAIL)
                ? sendCode(request, challenge)
                : Refusals.badRequest("This account gets its code by e-mail: choice 1");
    }

    private static Answer sendCode(AppRequest request, Challenge challenge) {
        SandboxState state = request.state();
        if (request.takesEffect()) {
            state.challenges().sendCode(challenge, state.now(), state.journal());
        }
        return Answer.ok(typeCode(challenge));
    }

    private static Answer reset(AppRequest request, Challenge challenge) {
        if (request.takesEffect()) {
            request.state().challenges().reset(challenge, request.state().journal());
        }
        return Answer.ok(chooseWay(challenge));
    }

    private static Answer check(AppRequest request, Challenge challenge, String code) {
        Account account = challenge.account();
        if (!request.takesEffect()) {
            SignIns.recordFault(account.username(), SignIns.Way.CHALLENGE, request);
            return Answer.ok(passed(challenge, request));
        }
        SandboxState state = request.state();
        CodeCheck check = state.challenges().check(challenge, code.strip(), state.now(), state.journal());
        return switch (check) {
            case RIGHT -> pass(challenge, request);
            case WRONG -> refused(account, "wrong_code", SignInRefusals.wrongChallengeCode(), request);
            case ENDED -> refused(account, "ended", SignInRefusals.endedVerification(), request);
        };
    }

    private static Answer pass(Challenge challenge, AppRequest request) {
        SandboxState state = request.state();
        state.trustedDevices().trust(challenge.account(), challenge.androidId(), state.journal());
        Map<String, @Nullable Object> body = passed(challenge, request);
        return challenge.signsIn()
                ? SignIns.complete(challenge.account(), SignIns.Way.CHALLENGE, request, body)
                : Answer.ok(body);
    }

    private static Map<String, @Nullable Object> passed(Challenge challenge, AppRequest request) {
        Map<String, @Nullable Object> body = SignIns.loggedIn(challenge.account(), request);
        body.put("action", "close");
        return body;
    }

    private static Answer refused(Account account, String outcome, Answer answer, AppRequest request) {
        SignIns.record(account.username(), SignIns.Way.CHALLENGE, outcome, request);
        return answer;
    }

    private static Map<String, @Nullable Object> chooseWay(Challenge challenge) {
        return step(
                challenge,
                "select_verify_method",
                Json.object("choice", BY_EMAIL, "email", challenge.account().maskedEmail()));
    }

    private static Map<String, @Nullable Object> typeCode(Challenge challenge) {
        return step(
                challenge,
                "verify_email",
                Json.object(
                        "security_code",
                        "None",
                        "resend_delay",
                        RESEND_DELAY_SECONDS,
                        "contact_point",
                        challenge.account().maskedEmail(),
                        "form_type",
                        "email"));
    }

    private static Map<String, @Nullable Object> step(Challenge challenge, String name, Map<String, ?> data) {
        return Json.object(
                "step_name",
                name,
                "step_data",
                data,
                "user_id",
                challenge.account().id(),
                "nonce_code",
                challenge.nonce(),
                "status",
                "ok");
    }
}
