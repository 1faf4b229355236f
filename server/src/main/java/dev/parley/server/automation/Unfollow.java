package dev.parley.server.automation;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Looked;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.bot.Spacing;
import dev.parley.server.core.ErrorCode;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Unfollows one person of a job, or takes back the request. */
@Component
class Unfollow implements ActionHandler<Friendship> {

    private final SettleTarget settleTarget;

    Unfollow(SettleTarget settleTarget) {
        this.settleTarget = settleTarget;
    }

    @Override
    public String kind() {
        return JobAction.UNFOLLOW.stored();
    }

    @Override
    public boolean needsSession() {
        return true;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public boolean effectShows() {
        return true;
    }

    @Override
    public List<String> counted(Action action) {
        return List.of(JobAction.UNFOLLOW.limit());
    }

    @Override
    public Spacing spacing() {
        return JobAction.UNFOLLOW.spacing();
    }

    @Override
    public Performed<Friendship> perform(Attempt attempt) {
        return switch (attempt.instagram().unfollow(ActedUpon.by(attempt.action()))) {
            case Outcome.Done<Friendship>(Friendship friendship) ->
                friendship.inForce()
                        ? new Performed.Ineffective<>(
                                "Instagram accepted to end the following, and answered that it is still in force.")
                        : new Performed.Succeeded<>(friendship);
            case Outcome.Refused<Friendship>(Refusal refusal) -> ActedUpon.refused(refusal, ErrorCode.UNFOLLOW_REFUSED);
        };
    }

    @Override
    public Looked<Friendship> look(Attempt attempt) {
        return switch (attempt.instagram().friendship(ActedUpon.by(attempt.action()))) {
            case Outcome.Done<Friendship>(Friendship friendship) ->
                friendship.inForce() ? new Looked.HadNoEffect<>() : new Looked.TookEffect<>(friendship);
            case Outcome.Refused<Friendship>(Refusal refusal) -> new Looked.Refused<>(refusal);
        };
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Friendship> ending) {
        return settleTarget.settle(action, ending);
    }
}
