package dev.parley.instagram.graph;

import dev.parley.instagram.Refusal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an error means: the first row that fits, by code and subcode alone.
 *
 * <p>Source of the rows: Meta's error reference pages, and codes that working clients have recorded where those are silent.
 */
final class ErrorTable {

    private static final List<Row> ROWS = List.of(
            row(both(1, 1357046), says(Refusal.Unanswered::new, "Instagram may have sent it, and cannot tell")),
            row(both(10, 2534022), says(Refusal.WindowClosed::new, "The time for writing to this person is over")),
            row(both(10, 2018278), says(Refusal.WindowClosed::new, "The time for writing to this person is over")),
            row(both(10, 2018108), ErrorTable::refusesMessages),
            row(both(10, 2018300), says(Refusal.MessagesRefused::new, "Another app controls this conversation")),
            row(both(10, 1893063), ErrorTable::blocked),
            row(code(10), ErrorTable::permission),
            row(code(551), ErrorTable::refusesMessages),
            row(both(100, 2534014), ErrorTable::nobody),
            row(both(100, 2534029), ErrorTable::blocked),
            row(both(100, 2018276), ErrorTable::permission),
            row(subcode(2534013), ErrorTable::limited),
            row(subcode(2534001), says(Refusal.InvalidTarget::new, "The conversation is archived or deleted")),
            row(
                    both(100, 2534025),
                    says(Refusal.InvalidTarget::new, "This comment takes no private reply, or no more")),
            row(both(100, 33), says(Refusal.InvalidTarget::new, "It does not exist, or not for this account")),
            row(both(190, 458), ErrorTable::permission),
            row(both(190, 459), ErrorTable::checkpoint),
            row(both(190, 464), ErrorTable::checkpoint),
            row(code(190), ErrorTable::sessionOver),
            row(code(102), ErrorTable::sessionOver),
            row(both(25, 2207050), ErrorTable::checkpoint),
            row(code(230), says(Refusal.PrivateAccount::new, "The person has not agreed to be seen by this account")),
            row(codes(200, 299), ErrorTable::permission),
            row(code(368), ErrorTable::blocked),
            row(both(4, 2207051), ErrorTable::blocked),
            row(both(9, 2207042), ErrorTable::limited),
            row(both(18, 2207034), ErrorTable::limited),
            row(code(4), ErrorTable::limited),
            row(code(17), ErrorTable::limited),
            row(code(32), ErrorTable::limited),
            row(code(613), ErrorTable::limited),
            row(codes(80000, 80014), ErrorTable::limited),
            row(code(9010), ErrorTable::nobody),
            row(code(110), ErrorTable::nobody),
            row(both(24, 2207006), says(Refusal.MediaUnavailable::new, "The post cannot be reached")),
            row(both(1, 2207057), ErrorTable::invalid),
            row(both(-2, 2207020), says(Refusal.InvalidTarget::new, "The draft has expired")),
            row(both(9007, 2207027), says(Refusal.InvalidTarget::new, "The draft is not ready yet")),
            row(codes(-2, -1), ErrorTable::serverError),
            row(codes(1, 2), ErrorTable::serverError),
            row(code(100), ErrorTable::invalid),
            row(code(24), ErrorTable::invalid),
            row(code(352), ErrorTable::invalid),
            row(code(9004), ErrorTable::invalid),
            row(code(9007), ErrorTable::invalid),
            row(codes(36000, 36004), ErrorTable::invalid),
            row(answer -> answer.error().temporary(), ErrorTable::serverError),
            row(status(429, 429), ErrorTable::limited),
            row(status(401, 401), ErrorTable::sessionOver),
            row(status(500, 599), ErrorTable::serverError),
            row(status(300, 399), says(Refusal.BadResponse::new, "Sent elsewhere, which is not followed")),
            row(
                    answer -> answer.status() == 403 && answer.error().code() == 0,
                    says(Refusal.Forbidden::new, "Instagram refuses without a reason it names")),
            row(answer -> answer.json() == null, says(Refusal.BadResponse::new, "The answer is not JSON")));

    private ErrorTable() {}

    static Refusal refusal(Answer.Came answer) {
        for (Row row : ROWS) {
            if (row.fits.test(answer)) {
                return row.meaning.apply(answer, answer.error());
            }
        }
        return new Refusal.Unknown(
                answer.status(),
                answer.error().telling("Instagram refuses for a reason not known here", answer.status()));
    }

    private static Refusal refusesMessages(Answer.Came answer, GraphError error) {
        return new Refusal.MessagesRefused(error.telling("This person takes no messages now", answer.status()));
    }

    private static Refusal blocked(Answer.Came answer, GraphError error) {
        return new Refusal.ActionBlocked(
                error.telling("Instagram blocks this kind of action for now", answer.status()));
    }

    private static Refusal permission(Answer.Came answer, GraphError error) {
        return new Refusal.PermissionMissing(error.telling("The owner has not agreed to this", answer.status()));
    }

    private static Refusal nobody(Answer.Came answer, GraphError error) {
        return new Refusal.UserNotFound(error.telling("Instagram knows no such person", answer.status()));
    }

    private static Refusal sessionOver(Answer.Came answer, GraphError error) {
        return new Refusal.LoginRequired(error.telling("The session is over", answer.status()));
    }

    private static Refusal checkpoint(Answer.Came answer, GraphError error) {
        return new Refusal.CheckpointRequired(
                error.telling("Instagram wants the owner to pass a checkpoint", answer.status()));
    }

    private static Refusal limited(Answer.Came answer, GraphError error) {
        return new Refusal.RateLimited(
                error.telling("Instagram says that there were too many requests", answer.status()),
                answer.retryAfter());
    }

    private static Refusal invalid(Answer.Came answer, GraphError error) {
        return new Refusal.InvalidTarget(error.telling("Instagram does not accept this", answer.status()));
    }

    private static Refusal serverError(Answer.Came answer, GraphError error) {
        return new Refusal.ServerError(
                answer.status(), error.telling("Instagram had an error of its own", answer.status()));
    }

    private static BiFunction<Answer.Came, GraphError, Refusal> says(Function<String, Refusal> kind, String sentence) {
        return (answer, error) -> kind.apply(error.telling(sentence, answer.status()));
    }

    private static Predicate<Answer.Came> both(int code, int subcode) {
        return answer -> answer.error().code() == code && answer.error().subcode() == subcode;
    }

    private static Predicate<Answer.Came> code(int code) {
        return answer -> answer.error().code() == code;
    }

    private static Predicate<Answer.Came> subcode(int subcode) {
        return answer -> answer.error().subcode() == subcode;
    }

    private static Predicate<Answer.Came> codes(int first, int last) {
        return answer -> first <= answer.error().code() && answer.error().code() <= last;
    }

    private static Predicate<Answer.Came> status(int first, int last) {
        return answer -> answer.error().code() == 0 && first <= answer.status() && answer.status() <= last;
    }

    private static Row row(Predicate<Answer.Came> fits, BiFunction<Answer.Came, GraphError, Refusal> meaning) {
        return new Row(fits, meaning);
    }

    private record Row(Predicate<Answer.Came> fits, BiFunction<Answer.Came, GraphError, Refusal> meaning) {}
}
