package dev.parley.sandbox.app;

import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Story;
import java.time.Instant;
import java.util.List;

/** What one person shows now, oldest first. */
record Reel(Person owner, List<Story> stories) {

    Instant latest() {
        return stories.getLast().takenAt();
    }
}
