package dev.parley.instagram.mobile;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.mobile.Answer.Came;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an answer means that is not a success: the first row that fits. What Instagram says (message, error type) counts
 * before the HTTP status, for the same complaint comes with different statuses.
 *
 * <p>Source of the rows: observed answers of the app's API as public clients record them.
 */
final class ErrorTable {

    private static final List<Row> ROWS = List.of(
            row(says("please wait a few minutes"), a -> limited(a, "Instagram asks to wait a few minutes")),
            row(named("login_required"), a -> new Refusal.LoginRequired(a.telling("The session is over"))),
            row(named("user_has_logged_out"), a -> new Refusal.LoggedOut(a.telling("Somebody ended the session"))),
            row(
                    ErrorTable::suspended,
                    a -> new Refusal.AccountSuspended(a.telling("Instagram has suspended the account"))),
            row(named("challenge_required"), ErrorTable::challenged),
            row(named("checkpoint_challenge_required"), ErrorTable::challenged),
            row(
                    named("checkpoint_required"),
                    a -> new Refusal.CheckpointRequired(a.telling("Instagram wants the owner to pass a checkpoint"))),
            row(
                    named("consent_required"),
                    a -> new Refusal.ConsentRequired(a.telling("Instagram wants the owner to agree to something"))),
            row(named("feedback_required"), ErrorTable::blocked),
            row(a -> a.remarks().spam(), ErrorTable::blocked),
            row(named("rate_limit_error"), a -> limited(a, "Instagram says that there were too many requests")),
            row(
                    named("sentry_block"),
                    a -> new Refusal.SentryBlock(a.telling("Instagram refuses this address or device"))),
            row(named("inactive user"), ErrorTable::inactive),
            row(named("inactive_user"), ErrorTable::inactive),
            row(says("user not found"), a -> new Refusal.UserNotFound(a.telling("Instagram knows no such person"))),
            row(
                    says("unable to fetch followers"),
                    a -> new Refusal.UserNotFound(a.telling("Instagram knows no such person"))),
            row(
                    says("not authorized to view user"),
                    a -> new Refusal.PrivateAccount(a.telling("The person shows this to followers only"))),
            row(says("don't allow new message requests"), ErrorTable::messagesRefused),
            row(says("can't receive your message"), ErrorTable::messagesRefused),
            row(says("can't message this account"), ErrorTable::messagesRefused),
            row(says("not everyone can message"), ErrorTable::messagesRefused),
            row(says("invalid target user"), ErrorTable::invalid),
            row(says("invalid media_id"), ErrorTable::invalid),
            row(says("media is unavailable"), ErrorTable::mediaGone),
            row(says("media not found or unavailable"), ErrorTable::mediaGone),
            row(says("has been deleted"), ErrorTable::mediaGone),
            row(
                    a -> a.status() == 404 && saysOnlyNotFound(a.remarks()),
                    a -> new Refusal.BlockSuspected(
                            a.telling("A bare Not Found, as seen when an account gets blocked"))),
            row(redirectTo("/accounts/login"), a -> new Refusal.LoginRequired(a.telling("Sent to the login page"))),
            row(redirectTo("/challenge/"), ErrorTable::challenged),
            row(status(300, 399), a -> new Refusal.BadResponse(a.telling("Sent elsewhere, which is not followed"))),
            row(status(429, 429), a -> limited(a, "Instagram says that there were too many requests")),
            row(status(403, 403), a -> new Refusal.Forbidden(a.telling("Instagram refuses without a reason it names"))),
            row(status(410, 410), ErrorTable::serverError),
            row(status(500, 599), ErrorTable::serverError),
            row(a -> !a.remarks().json(), a -> new Refusal.BadResponse(a.telling("The answer is not JSON"))));

    private ErrorTable() {}

    static Refusal refusal(Came<?> answer) {
        for (Row row : ROWS) {
            if (row.fits.test(answer)) {
                return row.meaning.apply(answer);
            }
        }
        return new Refusal.Unknown(answer.status(), answer.telling("Instagram refuses for a reason not known here"));
    }

    private static Refusal challenged(Came<?> answer) {
        return new Refusal.ChallengeRequired(answer.telling("Instagram wants the owner to prove who they are"));
    }

    private static Refusal blocked(Came<?> answer) {
        return new Refusal.ActionBlocked(answer.telling("Instagram blocks this kind of action for now"));
    }

    private static Refusal limited(Came<?> answer, String sentence) {
        return new Refusal.RateLimited(answer.telling(sentence), answer.retryAfter());
    }

    private static Refusal inactive(Came<?> answer) {
        return new Refusal.InactiveAccount(answer.telling("The account is switched off"));
    }

    private static Refusal messagesRefused(Came<?> answer) {
        return new Refusal.MessagesRefused(answer.telling("The person takes no messages from this account"));
    }

    private static Refusal invalid(Came<?> answer) {
        return new Refusal.InvalidTarget(answer.telling("Instagram does not accept this target"));
    }

    private static Refusal mediaGone(Came<?> answer) {
        return new Refusal.MediaUnavailable(answer.telling("The post cannot be reached"));
    }

    private static Refusal serverError(Came<?> answer) {
        return new Refusal.ServerError(answer.status(), answer.telling("Instagram had an error of its own"));
    }

    private static Predicate<Came<?>> named(String name) {
        return answer -> answer.remarks().json() && answer.remarks().named(name);
    }

    private static Predicate<Came<?>> says(String words) {
        return answer -> answer.remarks().says(words);
    }

    private static boolean suspended(Came<?> answer) {
        ChallengePointer challenge = answer.remarks().challenge();
        return challenge != null && challenge.suspended();
    }

    private static boolean saysOnlyNotFound(Remarks remarks) {
        return !remarks.json() && "Not Found".equals(remarks.message());
    }

    private static Predicate<Came<?>> redirectTo(String path) {
        return answer -> {
            @Nullable String location = answer.location();
            return status(300, 399).test(answer) && location != null && location.contains(path);
        };
    }

    private static Predicate<Came<?>> status(int first, int last) {
        return answer -> first <= answer.status() && answer.status() <= last;
    }

    private static Row row(Predicate<Came<?>> fits, Function<Came<?>, Refusal> meaning) {
        return new Row(fits, meaning);
    }

    private record Row(Predicate<Came<?>> fits, Function<Came<?>, Refusal> meaning) {}
}
