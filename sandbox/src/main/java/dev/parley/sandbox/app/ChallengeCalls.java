package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Challenge;
import dev.parley.sandbox.account.ChallengeFlow;
import dev.parley.sandbox.account.Challenges;
import dev.parley.sandbox.account.CodeCheck;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.journal.Journal;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import io.helidon.http.Method;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proving who one is: look, choose the way ({@code choice} 1 for e-mail, 0 for SMS), give the code; {@code replay} sends a new one and
 * {@code reset} goes back to the first step. A device that passed is trusted from then on.
 */
final class ChallengeCalls {
    private static final String BY_EMAIL = "1";
    private static final String BY_SMS = "0";

    private ChallengeCalls() {}

    static void addTo(AppRoutes routes) {
        String path = "/challenge/{account}/{nonce}";
        String replay = "/challenge/replay/{account}/{nonce}";
        String reset = "/challenge/reset/{account}/{nonce}";
        routes.openGet(path, Call.CHALLENGE, known((request, challenge) -> ChallengeSteps.present(challenge)));
        routes.openPost(path, Call.CHALLENGE, known(ChallengeCalls::answer));
        routes.openPost(replay, Call.CHALLENGE, known(ChallengeCalls::repeat));
        routes.openGet(reset, Call.CHALLENGE, known(ChallengeCalls::reset));
        routes.openPost(reset, Call.CHALLENGE, known(ChallengeCalls::reset));
        routes.openUnversioned(
                Method.GET, path, Call.CHALLENGE, known((request, challenge) -> ChallengeSteps.present(challenge)));
        routes.openUnversioned(Method.POST, path, Call.CHALLENGE, known(ChallengeCalls::answer));
        routes.openUnversioned(Method.POST, replay, Call.CHALLENGE, known(ChallengeCalls::repeat));
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

    private static Answer answer(AppRequest request, Challenge challenge) {
        String code = request.field("security_code");
        if (!code.isEmpty()) {
            return check(request, challenge, code);
        }
        if (challenge.flow() == ChallengeFlow.SUBMIT_PHONE
                && !request.field("phone_number").isEmpty()) {
            return send(request, challenge, Challenges::sendSms);
        }
        return switch (request.field("choice")) {
            case BY_EMAIL -> byEmail(request, challenge);
            case BY_SMS -> bySms(request, challenge);
            default -> Refusals.badRequest("Choose the way, or give the code");
        };
    }

    private static Answer byEmail(AppRequest request, Challenge challenge) {
        return challenge.flow().offersEmail()
                ? send(request, challenge, Challenges::sendCode)
                : Refusals.badRequest("This account gets no code by e-mail");
    }

    /** The same choice means "it was me" where that is asked. */
    private static Answer bySms(AppRequest request, Challenge challenge) {
        if (challenge.flow() == ChallengeFlow.REVIEW) {
            return reviewed(request, challenge);
        }
        return challenge.flow().offersPhone()
                ? send(request, challenge, Challenges::sendSms)
                : Refusals.badRequest("This account gets no code by SMS");
    }

    private static Answer repeat(AppRequest request, Challenge challenge) {
        return send(request, challenge, challenge.bySms() ? Challenges::sendSms : Challenges::sendCode);
    }

    private interface Way {
        void send(Challenges challenges, Challenge challenge, long now, Journal journal);
    }

    private static Answer send(AppRequest request, Challenge challenge, Way way) {
        SandboxState state = request.state();
        if (request.takesEffect()) {
            way.send(state.challenges(), challenge, state.now(), state.journal());
        }
        return Answer.ok(ChallengeSteps.typeCode(find(request).orElse(challenge)));
    }

    private static Answer reset(AppRequest request, Challenge challenge) {
        if (request.takesEffect()) {
            request.state().challenges().reset(challenge, request.state().journal());
        }
        return ChallengeSteps.first(challenge);
    }

    /** There is no session yet: the client signs in again, and is let in. */
    private static Answer reviewed(AppRequest request, Challenge challenge) {
        SandboxState state = request.state();
        if (request.takesEffect()) {
            state.trustedDevices().trust(challenge.account(), challenge.androidId(), state.journal());
            state.challenges().end(challenge, state.journal());
        }
        return Answer.ok(Json.object("action", "close", "status", "ok"));
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
}
