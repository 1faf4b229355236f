package dev.parley.sandbox.story;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import dev.parley.sandbox.world.Story;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which stories were watched. One lock per viewer. Thread-safe; survives a restart. */
public final class StoryViews {
    private final Map<Long, Map<Long, StoryView>> byViewer = new ConcurrentHashMap<>();

    /** Marks a story as watched, unless it is already or {@code takesEffect} is false; counts the report in any case. */
    public void watch(long viewer, Story story, boolean takesEffect, long now, Journal journal) {
        Map<Long, StoryView> own = of(viewer);
        synchronized (own) {
            StoryView before = own.getOrDefault(
                    story.pk(), StoryView.none(viewer, story.pk(), story.owner().id()));
            boolean counts = takesEffect && !before.seen();
            own.put(story.pk(), before.after(counts, now));
            journal.write(
                    new Event.StoryWatched(viewer, story.pk(), story.owner().id(), counts, now));
        }
    }

    public boolean hasSeen(long viewer, long story) {
        Map<Long, StoryView> own = of(viewer);
        synchronized (own) {
            StoryView view = own.get(story);
            return view != null && view.seen();
        }
    }

    /** What one viewer reported, or anybody when none is named, oldest first. */
    public List<StoryViewTruth> truth(@Nullable Long viewer, LongFunction<String> usernames) {
        Stream<Long> viewers = viewer == null ? byViewer.keySet().stream() : Stream.of(viewer);
        return viewers.flatMap(this::reported)
                .sorted(Comparator.comparingLong(StoryView::at))
                .map(view -> view.truth(usernames))
                .toList();
    }

    public void apply(Event.StoryWatched event) {
        Map<Long, StoryView> own = of(event.viewer());
        synchronized (own) {
            StoryView before =
                    own.getOrDefault(event.story(), StoryView.none(event.viewer(), event.story(), event.owner()));
            own.put(event.story(), before.after(event.counts(), event.at()));
        }
    }

    private Map<Long, StoryView> of(long viewer) {
        return byViewer.computeIfAbsent(viewer, id -> new LinkedHashMap<>());
    }

    private Stream<StoryView> reported(long viewer) {
        Map<Long, StoryView> own = of(viewer);
        synchronized (own) {
            return List.copyOf(own.values()).stream();
        }
    }
}
