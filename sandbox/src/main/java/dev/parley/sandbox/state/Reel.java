package dev.parley.sandbox.state;

import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Story;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What one person shows to a viewer now.
 *
 * @param stories oldest first, never empty in a tray
 * @param seenUntil the posting time of the newest that the viewer has watched, in seconds since 1970; zero if none
 */
public record Reel(Person owner, List<Story> stories, long seenUntil) {

    /** Those whom a person follows and who show something, the newest story first. */
    public static List<Reel> tray(Person viewer, SandboxState state) {
        return FollowLists.in(state).following(viewer).stream()
                .map(owner -> of(owner, viewer.id(), state))
                .filter(reel -> !reel.stories().isEmpty())
                .sorted(Comparator.comparing(Reel::latest).reversed())
                .toList();
    }

    /** Without stories where the owner shows none, or not to this viewer. */
    public static Reel of(Person owner, long viewer, SandboxState state) {
        List<Story> stories = state.shows(owner, viewer)
                ? state.world().stories().of(owner, state.clock().instant())
                : List.of();
        return new Reel(owner, stories, seenUntil(stories, viewer, state));
    }

    private static long seenUntil(List<Story> stories, long viewer, SandboxState state) {
        return stories.reversed().stream()
                .filter(story -> state.storyViews().hasSeen(viewer, story.pk()))
                .mapToLong(story -> story.takenAt().getEpochSecond())
                .findFirst()
                .orElse(0);
    }

    public Instant latest() {
        return stories.getLast().takenAt();
    }
}
