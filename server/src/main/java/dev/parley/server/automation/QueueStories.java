package dev.parley.server.automation;

import dev.parley.instagram.Story;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionQueue;
import dev.parley.server.bot.NewAction;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Leads from finding a person's next story to watching it, and on. */
@Component
class QueueStories {

    private final ActionQueue queue;

    QueueStories(ActionQueue queue) {
        this.queue = queue;
    }

    void watching(Action found, Story story) {
        add(found, WatchStory.KIND, Showing.of(found).payload(story));
    }

    void lookingForMore(Action watched) {
        var showing = Showing.of(watched).after(Showing.story(watched));
        add(watched, JobAction.VIEW_STORIES.stored(), showing.payload());
    }

    private void add(Action before, String kind, Map<String, String> payload) {
        var next = NewAction.ofJob(
                        before.account(),
                        kind,
                        before.requireJob(),
                        before.requireTargetId(),
                        before.target(),
                        before.user())
                .with(payload);
        queue.addAll(before.workspace(), List.of(next), String.valueOf(before.correlationId()));
    }
}
