package dev.parley.server.automation;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Looked;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.bot.Settled.Effect;
import dev.parley.server.bot.Spacing;
import dev.parley.server.contact.Contacts;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Answer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follows one person of a job. */
@Component
class Follow implements ActionHandler<Friendship> {

    static final String KIND = "follow";

    private final Targets targets;
    private final Contacts contacts;
    private final Advance advance;

    Follow(Targets targets, Contacts contacts, Advance advance) {
        this.targets = targets;
        this.contacts = contacts;
        this.advance = advance;
    }

    @Override
    public String kind() {
        return KIND;
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
        return List.of("follow");
    }

    @Override
    public Spacing spacing() {
        return Spacing.FOLLOWING;
    }

    @Override
    public Performed<Friendship> perform(Attempt attempt) {
        return switch (attempt.instagram().follow(person(attempt.action()))) {
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
        return switch (attempt.instagram().friendship(person(attempt.action()))) {
            case Outcome.Done<Friendship>(Friendship friendship) ->
                friendship.inForce() ? new Looked.TookEffect<>(friendship) : new Looked.HadNoEffect<>();
            case Outcome.Refused<Friendship>(var refusal) -> new Looked.Refused<>(refusal);
        };
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Friendship> ending) {
        var job = switch (ending) {
            case Ending.Succeeded<Friendship> done -> settled(action, TargetState.SUCCEEDED, null, null);
            case Ending.Skipped<Friendship>(ErrorCode reason, String detail) ->
                settled(action, TargetState.SKIPPED, reason, detail);
            case Ending.Failed<Friendship>(ErrorCode code, String detail) ->
                settled(action, TargetState.FAILED, code, detail);
            case Ending.Unconfirmed<Friendship>(String detail) ->
                settled(action, TargetState.UNCONFIRMED, ErrorCode.ACTION_UNCONFIRMED, detail);
        };
        return () -> Settled.quietly(job.first().map(advance::goOn).orElse(Effect.NONE));
    }

    private Answer<Job> settled(Action action, TargetState end, @Nullable ErrorCode code, @Nullable String detail) {
        if (end == TargetState.SUCCEEDED || end == TargetState.UNCONFIRMED) {
            contacts.touch(action.account(), person(action).id(), person(action).username());
        }
        return targets.settle(new JobId(action.requireJob()), person(action).id(), end, code, detail);
    }

    private static Person person(Action action) {
        return new Person(new PersonId(action.requireTargetId()), String.valueOf(action.target()));
    }
}
