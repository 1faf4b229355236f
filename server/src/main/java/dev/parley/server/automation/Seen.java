package dev.parley.server.automation;

import dev.parley.instagram.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody to whom filters are put.
 *
 * @param read whether the profile was read; a list tells of people no more than their names and whether they are private or verified
 * @param isPrivate as far as anything tells it
 * @param lastPost when they posted last, as far as is shown; null where nothing shows it
 */
record Seen(
        Profile profile,
        boolean read,
        boolean isPrivate,
        @Nullable Instant lastPost) {

    /** Somebody whose profile was read. */
    static Seen whole(Profile profile) {
        return new Seen(profile, true, profile.isPrivate(), null);
    }

    /** Everything in which a word may stand. */
    String words() {
        var biography = profile.biography();
        return String.join("\n", profile.fullName(), profile.username(), biography == null ? "" : biography);
    }
}
