package dev.parley.instagram.contract;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.sandbox.script.Fault;

/** What the app API's faults mean in the contract's words, whatever call they hit. */
final class FaultMeanings {

    private FaultMeanings() {}

    static Class<?> ofTheApp(Fault fault) {
        return switch (fault) {
            case BAD_PASSWORD -> Refusal.Unknown.class;
            case CHALLENGE_REQUIRED -> Refusal.ChallengeRequired.class;
            case CHECKPOINT_REQUIRED -> Refusal.CheckpointRequired.class;
            case CONSENT_REQUIRED -> Refusal.ConsentRequired.class;
            case LOGIN_REQUIRED, REDIRECT_TO_LOGIN -> Refusal.LoginRequired.class;
            case FEEDBACK_REQUIRED -> Refusal.ActionBlocked.class;
            case RATE_LIMITED -> Refusal.RateLimited.class;
            case USER_NOT_FOUND -> Refusal.UserNotFound.class;
            case PRIVATE_ACCOUNT -> Refusal.PrivateAccount.class;
            case MESSAGES_REFUSED -> Refusal.MessagesRefused.class;
            case SERVER_ERROR -> Refusal.ServerError.class;
            case DROP -> Refusal.Unanswered.class;
            case TRUNCATE, NOT_JSON, HTML -> Refusal.BadResponse.class;
            case DELAY, NO_EFFECT, GRAPH_ERROR -> Outcome.Done.class;
        };
    }
}
