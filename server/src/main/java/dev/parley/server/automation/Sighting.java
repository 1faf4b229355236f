package dev.parley.server.automation;

import dev.parley.instagram.Media;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Post;
import dev.parley.instagram.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a job came across.
 *
 * @param media the post by which it did, or null
 */
record Sighting(Profile profile, @Nullable Media media) {

    static Sighting of(Media media) {
        return new Sighting(media.owner(), media);
    }

    PersonId id() {
        return profile.id();
    }

    String username() {
        return profile.username();
    }

    @Nullable
    Post post() {
        return media == null ? null : media.post();
    }

    /** When they posted last, as far as is shown. */
    @Nullable
    Instant lastPost() {
        return media == null ? null : media.takenAt();
    }

    boolean liked() {
        return media != null && Boolean.TRUE.equals(media.liked());
    }
}
