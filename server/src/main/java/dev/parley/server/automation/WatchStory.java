package dev.parley.server.automation;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.Stories.Watched;
import dev.parley.instagram.Story;
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
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Watches one story of one person of a job. */
@Component
class WatchStory implements ActionHandler<Boolean> {

    static final String KIND = "view-story";

    private final Jobs jobs;
    private final Contacts contacts;
    private final QueueStories queue;
    private final SettleTarget settleTarget;

    WatchStory(Jobs jobs, Contacts contacts, QueueStories queue, SettleTarget settleTarget) {
        this.jobs = jobs;
        this.contacts = contacts;
        this.queue = queue;
        this.settleTarget = settleTarget;
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
    public List<String> counted(Action action) {
        return List.of(JobAction.VIEW_STORIES.limit());
    }

    @Override
    public Spacing spacing() {
        return JobAction.VIEW_STORIES.spacing();
    }

    @Override
    public Performed<Boolean> perform(Attempt attempt) {
        return switch (attempt.instagram().watch(List.of(Showing.story(attempt.action())))) {
            case Outcome.Done<Watched>(Watched watched) ->
                watched.count() > 0
                        ? new Performed.Succeeded<>(true)
                        : new Performed.Skipped<>(ErrorCode.STORY_NONE, "The story is not shown any more.");
            case Outcome.Refused<Watched>(Refusal refusal) -> ActedUpon.refused(refusal, ErrorCode.STORY_REFUSED);
        };
    }

    /** Watching it once more changes nothing: so that is done where nobody tells, but not for a story that is shown no more. */
    @Override
    public Looked<Boolean> look(Attempt attempt) {
        var watched = Showing.story(attempt.action());
        return switch (attempt.instagram().stories(watched.owner())) {
            case Outcome.Done<List<Story>>(List<Story> shown) ->
                shown.stream()
                        .filter(story -> story.id().equals(watched.id()))
                        .findFirst()
                        .map(WatchStory::looked)
                        .orElseGet(() -> new Looked.CannotTell<>("The story is not shown any more."));
            case Outcome.Refused<List<Story>>(Refusal refusal) -> new Looked.Refused<>(refusal);
        };
    }

    private static Looked<Boolean> looked(Story story) {
        return Boolean.TRUE.equals(story.seen()) ? new Looked.TookEffect<>(true) : new Looked.HadNoEffect<>();
    }

    /** A job that was stopped meanwhile, or somebody who is protected now, is left with what was watched. */
    @Override
    public Supplier<Settled> settle(Action action, Ending<Boolean> ending) {
        if (!(ending instanceof Ending.Succeeded)
                || new Showing(Showing.of(action).watched() + 1, null).isLongEnough()) {
            return settleTarget.settle(action, ending);
        }
        return () -> {
            var goesOn = jobs.find(new JobId(action.requireJob()))
                            .filter(job -> job.state().active())
                            .isPresent()
                    && contacts.protectedOf(List.of(String.valueOf(action.target())))
                            .isEmpty();
            if (!goesOn) {
                return settleTarget.settle(action, ending).get();
            }
            queue.lookingForMore(action);
            return Settled.quietly(Effect.QUEUED);
        };
    }
}
