package dev.parley.server.automation;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.Outcome;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Looked;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.bot.Spacing;
import dev.parley.server.contact.Contacts;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Follows one person of a job. */
@Component
class Follow implements ActionHandler<Friendship> {

    private final Contacts contacts;
    private final SettleTarget settleTarget;

    Follow(Contacts contacts, SettleTarget settleTarget) {
        this.contacts = contacts;
        this.settleTarget = settleTarget;
    }

    @Override
    public String kind() {
        return JobAction.FOLLOW.stored();
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
        return List.of(JobAction.FOLLOW.limit());
    }

    @Override
    public Spacing spacing() {
        return JobAction.FOLLOW.spacing();
    }

    @Override
    public Performed<Friendship> perform(Attempt attempt) {
        return switch (attempt.instagram().follow(ActedUpon.by(attempt.action()))) {
            case Outcome.Done<Friendship>(Friendship friendship) ->
                friendship.inForce()
                        ? new Performed.Succeeded<>(friendship)
                        : new Performed.Ineffective<>(
                                "Instagram accepted the follow, and answered that it is not in force.");
            case Outcome.Refused<Friendship>(var refusal) -> new Performed.Refused<>(refusal);
        };
    }

    @Override
    public Looked<Friendship> look(Attempt attempt) {
        return switch (attempt.instagram().friendship(ActedUpon.by(attempt.action()))) {
            case Outcome.Done<Friendship>(Friendship friendship) ->
                friendship.inForce() ? new Looked.TookEffect<>(friendship) : new Looked.HadNoEffect<>();
            case Outcome.Refused<Friendship>(var refusal) -> new Looked.Refused<>(refusal);
        };
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Friendship> ending) {
        if (ending instanceof Ending.Succeeded || ending instanceof Ending.Unconfirmed) {
            var person = ActedUpon.by(action);
            contacts.touch(action.account(), person.id(), person.username());
        }
        return settleTarget.settle(action, ending);
    }
}
