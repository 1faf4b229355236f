package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.ScriptedFault;

/** The answer that a scripted fault puts in the place of the right one. */
final class FaultAnswers {
    private static final int OK = 200;

    private FaultAnswers() {}

    static Answer of(ScriptedFault scripted, Call call, AppRequest request, Answer right) {
        return switch (scripted.fault()) {
            case BAD_PASSWORD ->
                SignInRefusals.badPassword(
                        request.account().map(Account::username).orElse(""));
            case CHALLENGE_REQUIRED -> challenge(call, request);
            case CHECKPOINT_REQUIRED -> Refusals.checkpointRequired();
            case CONSENT_REQUIRED -> Refusals.consentRequired();
            case LOGIN_REQUIRED -> Refusals.loginRequired();
            case FEEDBACK_REQUIRED -> Refusals.feedbackRequired();
            case RATE_LIMITED -> Refusals.rateLimited();
            case USER_NOT_FOUND -> Refusals.userNotFound();
            case PRIVATE_ACCOUNT -> Refusals.privateAccount();
            case MESSAGES_REFUSED -> Refusals.messagesRefused();
            case SERVER_ERROR -> Refusals.serverError();
            case DELAY, NO_EFFECT, GRAPH_ERROR -> right;
            case DROP -> right.ending(Answer.Ending.NEVER_SENT);
            case TRUNCATE -> right.ending(Answer.Ending.CUT_IN_THE_MIDDLE);
            case NOT_JSON -> Answer.text(OK, "application/json; charset=utf-8", "Oops, an error occurred.");
            case HTML ->
                Answer.text(
                        OK,
                        "text/html; charset=utf-8",
                        "<!DOCTYPE html><html><body>Sorry, something went wrong.</body></html>");
            case REDIRECT_TO_LOGIN -> Refusals.redirectToLogin();
        };
    }

    /** A challenge that can really be passed; there is none for a stranger. */
    private static Answer challenge(Call call, AppRequest request) {
        var state = request.state();
        return request.account()
                .map(account -> state.challenges()
                        .open(account, request.device().androidId(), call == Call.LOGIN, state.now(), state.journal()))
                .map(ChallengeRefusals::required)
                .orElseGet(Refusals::checkpointRequired);
    }
}
