package dev.parley.instagram;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Watching stories. */
public interface Stories {

    /** Those of the followed people who have a story now. */
    default Outcome<List<Ring>> storyTray() {
        return Outcome.unsupported(Capability.STORIES);
    }

    /** A person's stories of the last 24 hours, oldest first; empty if there are none. */
    default Outcome<List<Story>> stories(Person person) {
        return Outcome.unsupported(Capability.STORIES);
    }

    /** Marks stories as watched, each from its posting to now. Asked once, never repeated by the driver. */
    default Outcome<Watched> watch(List<Story> stories) {
        return Outcome.unsupported(Capability.STORIES);
    }

    /**
     * Somebody in the tray.
     *
     * @param latest when the newest of the stories was posted
     * @param seenUntil the posting time of the newest story that the account has watched; null if none
     */
    record Ring(
            Person owner,
            @Nullable Instant latest,
            @Nullable Instant seenUntil) {}

    /** How many stories Instagram was told about. */
    record Watched(int count) {}
}
