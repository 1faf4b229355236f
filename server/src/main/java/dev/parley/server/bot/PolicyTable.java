package dev.parley.server.bot;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Refusal;
import dev.parley.server.account.RefusalCodes;
import dev.parley.server.core.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** The {@link StopPolicy} for people to read: made by asking it, so that it cannot say anything else. */
final class PolicyTable {

    private static final String SAID = "";

    /** One of each, in the order in which people read them: what stops the account first. */
    static final List<Refusal> REFUSALS = List.of(
            new Refusal.ActionBlocked(SAID),
            new Refusal.SentryBlock(SAID),
            new Refusal.BlockSuspected(SAID),
            new Refusal.RateLimited(SAID, null),
            new Refusal.LoginRequired(SAID),
            new Refusal.LoggedOut(SAID),
            new Refusal.ChallengeRequired(SAID),
            new Refusal.CheckpointRequired(SAID),
            new Refusal.ConsentRequired(SAID),
            new Refusal.PermissionMissing(SAID),
            new Refusal.AccountSuspended(SAID),
            new Refusal.InactiveAccount(SAID),
            new Refusal.UserNotFound(SAID),
            new Refusal.PrivateAccount(SAID),
            new Refusal.MediaUnavailable(SAID),
            new Refusal.InvalidTarget(SAID),
            new Refusal.MessagesRefused(SAID),
            new Refusal.WindowClosed(SAID),
            new Refusal.Unsupported(Capability.FRIENDSHIP),
            new Refusal.NotSent(SAID),
            new Refusal.Forbidden(SAID),
            new Refusal.Unanswered(SAID),
            new Refusal.ServerError(500, SAID),
            new Refusal.BadResponse(SAID),
            new Refusal.Unknown(400, SAID));

    private PolicyTable() {}

    static List<PolicyRow> rows() {
        var silent =
                row("Instagram says yes, and nothing happens", ErrorCode.NO_EFFECT, StopPolicy::reactionToNoEffect);
        return Stream.concat(Stream.of(silent), REFUSALS.stream().map(PolicyTable::row))
                .toList();
    }

    private static PolicyRow row(Refusal refusal) {
        return row(outcome(refusal), RefusalCodes.code(refusal), strikes -> StopPolicy.reactionTo(refusal, strikes));
    }

    private static PolicyRow row(String outcome, ErrorCode code, IntFunction<StopPolicy.Reaction> reactions) {
        return new PolicyRow(
                outcome,
                code.code(),
                code.title(),
                reaction(reactions),
                rests(reactions).stream().map(Duration::toMinutes).toList());
    }

    private static String outcome(Refusal refusal) {
        return switch (refusal) {
            case Refusal.ActionBlocked blocked -> "Instagram blocks this kind of action for now";
            case Refusal.SentryBlock blocked -> "Instagram refuses this address or device";
            case Refusal.BlockSuspected blocked -> "Instagram has \"nothing there\" where something must be";
            case Refusal.RateLimited wait -> "Instagram asks to wait";
            case Refusal.LoginRequired over -> "Instagram wants a new sign-in";
            case Refusal.LoggedOut over -> "Somebody ended the session";
            case Refusal.ChallengeRequired owner -> "Instagram wants to know who it is";
            case Refusal.CheckpointRequired owner -> "Instagram wants something confirmed in its app";
            case Refusal.ConsentRequired owner -> "Instagram wants the owner's consent";
            case Refusal.PermissionMissing owner -> "The owner has not allowed this, or not any more";
            case Refusal.AccountSuspended account -> "Instagram has suspended the account";
            case Refusal.InactiveAccount account -> "The account is switched off";
            case Refusal.UserNotFound target -> "The person is not there any more";
            case Refusal.PrivateAccount target -> "The person shows this to followers only";
            case Refusal.MediaUnavailable target -> "The post is gone";
            case Refusal.InvalidTarget target -> "Instagram does not accept this person, post or text";
            case Refusal.MessagesRefused target -> "The person takes no messages from this account";
            case Refusal.WindowClosed target -> "The official API's time for answering is over";
            case Refusal.Unsupported target -> "The account's driver cannot do this";
            case Refusal.NotSent failure -> "There is no connection: nothing was asked";
            case Refusal.Forbidden failure -> "Instagram refuses without a word why";
            case Refusal.Unanswered failure -> "Instagram does not answer in time";
            case Refusal.ServerError failure -> "Instagram has a fault of its own";
            case Refusal.BadResponse failure -> "Instagram's answer cannot be read";
            case Refusal.Unknown failure -> "Instagram gives a reason that Parley does not know";
        };
    }

    private static String reaction(IntFunction<StopPolicy.Reaction> reactions) {
        return switch (reactions.apply(0)) {
            case StopPolicy.CoolDown rest -> resting(reactions);
            case StopPolicy.Exhausted person -> "The account stops until somebody has looked after it.";
            case StopPolicy.SessionOver over ->
                "The account stops until its owner has done what Instagram wants. Nothing else is tried.";
            case StopPolicy.GiveUpTarget target -> "Leaves this out, and goes on with the others.";
            case StopPolicy.TryAgain again ->
                "Tries again later, %d times at most. It is counted once.".formatted(Outcomes.TRIES);
            case StopPolicy.FindOut look ->
                "Looks whether it happened. Only what surely did not is tried again; what nobody can tell is for you to decide.";
        };
    }

    private static String resting(IntFunction<StopPolicy.Reaction> reactions) {
        return reactions.apply(rests(reactions).size()) instanceof StopPolicy.Exhausted
                ? "The account does nothing at all for a while, longer each time. Then somebody has to look after it."
                : "The account does nothing at all for a while, longer each time, or for as long as Instagram asks.";
    }

    /** For how long the first time, the second, and so on, until it changes no more. */
    private static List<Duration> rests(IntFunction<StopPolicy.Reaction> reactions) {
        var rests = new ArrayList<Duration>();
        while (reactions.apply(rests.size()) instanceof StopPolicy.CoolDown rest
                && (rests.isEmpty() || !rests.getLast().equals(rest.length()))) {
            rests.add(rest.length());
        }
        return List.copyOf(rests);
    }
}
