package dev.parley.instagram.browser;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.browser.page.Gates;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an answer of the site to its scripts means that is no yes: the first row that fits. What it says counts before the status.
 *
 * <p>Source of the rows: observed answers, as public automation code records them.
 */
final class Complaints {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;

    private static final List<Row> ROWS = List.of(
            row(a -> Gates.of(a.from()) != null, a -> gate(a, new Refusal.BadResponse("Sent elsewhere"))),
            row(says("please wait a few minutes"), Complaints::limited),
            row(says("login_required"), a -> new Refusal.LoginRequired(a.telling("The session is over"))),
            row(says("not_authenticated"), a -> new Refusal.LoginRequired(a.telling("The session is over"))),
            row(says("user_has_logged_out"), a -> new Refusal.LoggedOut(a.telling("Somebody ended the session"))),
            row(
                    says("consent_required"),
                    a -> new Refusal.ConsentRequired(a.telling("Instagram wants the owner to agree to something"))),
            row(
                    says("challenge_required"),
                    a -> new Refusal.ChallengeRequired(a.telling("Instagram wants the owner to prove who they are"))),
            row(says("checkpoint_required"), Complaints::checkpoint),
            row(says("feedback_required"), Complaints::blocked),
            row(a -> a.text("spam").equals("true"), Complaints::blocked),
            row(a -> a.named("rate_limit_error"), Complaints::limited),
            row(
                    a -> a.named("sentry_block"),
                    a -> new Refusal.SentryBlock(a.telling("Instagram refuses this address"))),
            row(says("inactive user"), a -> new Refusal.InactiveAccount(a.telling("The account is switched off"))),
            row(says("user not found"), a -> new Refusal.UserNotFound(a.telling("Instagram knows no such person"))),
            row(
                    says("not authorized to view user"),
                    a -> new Refusal.PrivateAccount(a.telling("The person shows this to followers only"))),
            row(says("message this account"), Complaints::unwilling),
            row(says("can't receive your message"), Complaints::unwilling),
            row(says("don't allow new message requests"), Complaints::unwilling),
            row(says("media not found or unavailable"), Complaints::mediaGone),
            row(says("media is unavailable"), Complaints::mediaGone),
            row(says("has been deleted"), Complaints::mediaGone),
            row(
                    says("thread does not exist"),
                    a -> new Refusal.InvalidTarget(a.telling("Instagram knows no such conversation"))),
            row(a -> a.status() == TOO_MANY, Complaints::limited),
            row(a -> a.status() == UNAUTHORIZED, a -> new Refusal.LoginRequired(a.telling("The session is over"))),
            row(
                    a -> a.status() == FORBIDDEN,
                    a -> new Refusal.Forbidden(a.telling("Instagram refuses without a reason it names"))),
            row(
                    a -> a.status() >= SERVER_ERRORS,
                    a -> new Refusal.ServerError(a.status(), a.telling("Instagram had an error of its own"))),
            row(
                    a -> a.json() == null && a.status() != NOT_FOUND,
                    a -> new Refusal.BadResponse("The answer is not what a script of the site gets")));

    private Complaints() {}

    static Refusal refusal(Said answer) {
        for (Row row : ROWS) {
            if (row.fits.test(answer)) {
                return row.meaning.apply(answer);
            }
        }
        return gate(
                answer,
                new Refusal.Unknown(answer.status(), answer.telling("Instagram refuses for a reason not known here")));
    }

    private static Refusal gate(Said answer, Refusal otherwise) {
        Refusal gate = answer.gate();
        return gate == null ? otherwise : gate;
    }

    private static Refusal limited(Said answer) {
        return new Refusal.RateLimited(
                answer.telling("Instagram says that there were too many requests"), answer.waiting());
    }

    /** A suspended account is told so by a checkpoint, too. */
    private static Refusal checkpoint(Said answer) {
        return gate(
                answer,
                new Refusal.CheckpointRequired(answer.telling("Instagram wants the owner to pass a checkpoint")));
    }

    private static Refusal blocked(Said answer) {
        return new Refusal.ActionBlocked(answer.telling("Instagram blocks this kind of action for now"));
    }

    private static Refusal unwilling(Said answer) {
        return new Refusal.MessagesRefused(answer.telling("The person does not take this message"));
    }

    private static Refusal mediaGone(Said answer) {
        return new Refusal.MediaUnavailable(answer.telling("The post cannot be reached"));
    }

    private static Predicate<Said> says(String words) {
        return answer ->
                answer.message().contains(words) || answer.text("error_type").equals(words);
    }

    private static Row row(Predicate<Said> fits, Function<Said, Refusal> meaning) {
        return new Row(fits, meaning);
    }

    private record Row(Predicate<Said> fits, Function<Said, Refusal> meaning) {}
}
