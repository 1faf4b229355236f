package dev.parley.sandbox.website.page;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.ScriptedFault;

/** What a fault makes of the answer to one of the site's own scripts. */
final class FaultReplies {
    private static final int OK = 200;
    private static final String JSON = "application/json; charset=utf-8";

    private FaultReplies() {}

    static Answer of(ScriptedFault scripted, Visit visit, Answer right) {
        return switch (scripted.fault()) {
            case BAD_PASSWORD -> Replies.fail(400, "user", true, "authenticated", false, "error_type", "bad_password");
            case CHALLENGE_REQUIRED ->
                Checkpoints.open(visit, false).map(Replies::challengeRequired).orElseGet(Replies::loginRequired);
            case CHECKPOINT_REQUIRED -> Replies.checkpointRequired(Checkpoints.UNPASSABLE);
            case CONSENT_REQUIRED -> Replies.consentRequired();
            case LOGIN_REQUIRED -> Replies.loginRequired();
            case FEEDBACK_REQUIRED -> Replies.actionBlocked(visit.look());
            case RATE_LIMITED -> Replies.rateLimited();
            case USER_NOT_FOUND -> Replies.userNotFound();
            case PRIVATE_ACCOUNT -> Replies.badRequest("Not authorized to view user");
            case MESSAGES_REFUSED -> Replies.badRequest("Not everyone can message this account.");
            case SERVER_ERROR -> Replies.serverError();
            case DELAY, NO_EFFECT, GRAPH_ERROR -> right;
            case DROP -> right.ending(Answer.Ending.NEVER_SENT);
            case TRUNCATE -> right.ending(Answer.Ending.CUT_IN_THE_MIDDLE);
            case NOT_JSON -> Answer.text(OK, JSON, "Oops, an error occurred.");
            case HTML -> FaultPages.somethingWentWrong(OK, visit);
            case REDIRECT_TO_LOGIN -> Redirects.to("/accounts/login/?next=%2F");
        };
    }
}
