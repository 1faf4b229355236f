package dev.parley.instagram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a call did not succeed, sorted by what the caller must do. {@code detail} is a sentence for people and logs; it never
 * holds a secret.
 */
public sealed interface Refusal {

    String detail();

    /** The account must stop until a person has done something. */
    sealed interface PersonNeeded extends Refusal {}

    /** The account must stop for a while. */
    sealed interface SlowDown extends Refusal {}

    /** This person or post only; the account may go on with others. */
    sealed interface TargetRefused extends Refusal {}

    /** Something failed on the way; whether a change took effect is told by {@link #mayHaveHappened()}. */
    sealed interface Failure extends Refusal {

        /** False only if it is proven that Instagram was not asked, or did not do it. */
        boolean mayHaveHappened();
    }

    /** {@code login_required}: the session is over. */
    record LoginRequired(String detail) implements PersonNeeded {}

    /** {@code user_has_logged_out}: somebody ended the session. */
    record LoggedOut(String detail) implements PersonNeeded {}

    /** {@code challenge_required} outside a sign-in, or one that only a person can resolve in the app. */
    record ChallengeRequired(String detail) implements PersonNeeded {}

    /** {@code checkpoint_required}. */
    record CheckpointRequired(String detail) implements PersonNeeded {}

    /** {@code consent_required}: terms or a birthday that only the owner may confirm. */
    record ConsentRequired(String detail) implements PersonNeeded {}

    /** The owner has not agreed to this, or has taken it back: a permission of the official API is missing. */
    record PermissionMissing(String detail) implements PersonNeeded {}

    /** Instagram has suspended the account. */
    record AccountSuspended(String detail) implements PersonNeeded {}

    /** {@code inactive_user}: the account is switched off. */
    record InactiveAccount(String detail) implements PersonNeeded {}

    /** {@code feedback_required}: this kind of action is blocked for now. */
    record ActionBlocked(String detail) implements SlowDown {}

    /**
     * {@code rate_limit_error}, 429, or "Please wait a few minutes".
     *
     * @param retryAfter what Instagram asked for, at most 7 days; null if it named no time
     */
    record RateLimited(String detail, @Nullable Duration retryAfter) implements SlowDown {}

    /** {@code sentry_block}: this address or device is refused. */
    record SentryBlock(String detail) implements SlowDown {}

    /** A bare "Not Found" where there should be an answer: seen when an account is being blocked. */
    record BlockSuspected(String detail) implements SlowDown {}

    /** Nobody has this name or number, or no longer. */
    record UserNotFound(String detail) implements TargetRefused {}

    /** "Not authorized to view user": shown to followers only. */
    record PrivateAccount(String detail) implements TargetRefused {}

    /** Instagram does not accept this person, post, hashtag, conversation, message or cursor, or it cannot be one; then nothing was asked. */
    record InvalidTarget(String detail) implements TargetRefused {}

    /** The post is gone, or not shown to this account. */
    record MediaUnavailable(String detail) implements TargetRefused {}

    /** This person takes no messages, or none from this account. */
    record MessagesRefused(String detail) implements TargetRefused {}

    /** The official API's time for writing to this person is over, or has never begun: they have to write first. */
    record WindowClosed(String detail) implements TargetRefused {}

    /** The driver cannot do this at all; nothing was sent. */
    record Unsupported(Capability capability) implements TargetRefused {

        @Override
        public String detail() {
            return "this driver does not offer " + capability;
        }
    }

    /** No connection: it is proven that nothing was sent. */
    record NotSent(String detail) implements Failure {

        @Override
        public boolean mayHaveHappened() {
            return false;
        }
    }

    /** Sent, or perhaps sent, and no complete answer within the deadline. */
    record Unanswered(String detail) implements Failure {

        @Override
        public boolean mayHaveHappened() {
            return true;
        }
    }

    /** 5xx. */
    record ServerError(int status, String detail) implements Failure {

        @Override
        public boolean mayHaveHappened() {
            return true;
        }
    }

    /** An answer that is not what the protocol says: HTML, truncated, too large. */
    record BadResponse(String detail) implements Failure {

        @Override
        public boolean mayHaveHappened() {
            return true;
        }
    }

    /** Refused with an answer that says no more than that. */
    record Forbidden(String detail) implements Failure {

        @Override
        public boolean mayHaveHappened() {
            return false;
        }
    }

    /** Refused with a reason that nobody has described yet; {@code detail} quotes it. */
    record Unknown(int status, String detail) implements Failure {

        @Override
        public boolean mayHaveHappened() {
            return true;
        }
    }
}
