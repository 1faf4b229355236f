package dev.parley.server.automation;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.Story;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.bot.Settled.Effect;
import dev.parley.server.core.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Finds the next story of one person of a job that is still to watch, so that only what is watched is counted. */
@Component
class FindStories implements Reading<Optional<Story>> {

    private final QueueStories queue;
    private final SettleTarget settleTarget;

    FindStories(QueueStories queue, SettleTarget settleTarget) {
        this.queue = queue;
        this.settleTarget = settleTarget;
    }

    @Override
    public String kind() {
        return JobAction.VIEW_STORIES.stored();
    }

    @Override
    public Performed<Optional<Story>> perform(Attempt attempt) {
        return switch (attempt.instagram().stories(ActedUpon.by(attempt.action()))) {
            case Outcome.Done<List<Story>>(List<Story> stories) -> next(stories, Showing.of(attempt.action()));
            case Outcome.Refused<List<Story>>(Refusal refusal) -> ActedUpon.refused(refusal, ErrorCode.STORY_REFUSED);
        };
    }

    private static Performed<Optional<Story>> next(List<Story> stories, Showing showing) {
        var next = stories.stream().filter(showing::isStillToWatch).findFirst();
        if (next.isPresent() || showing.hasBegun()) {
            return new Performed.Succeeded<>(next);
        }
        return stories.isEmpty()
                ? new Performed.Skipped<>(ErrorCode.STORY_NONE, ErrorCode.STORY_NONE.description())
                : new Performed.Skipped<>(ErrorCode.STORY_SEEN, ErrorCode.STORY_SEEN.description());
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Optional<Story>> ending) {
        if (ending instanceof Ending.Succeeded<Optional<Story>>(Optional<Story> story) && story.isPresent()) {
            return () -> {
                queue.watching(action, story.get());
                return Settled.quietly(Effect.QUEUED);
            };
        }
        return settleTarget.settle(action, ending);
    }
}
