package dev.parley.server.automation;

import dev.parley.instagram.Profile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody to whom filters are put.
 *
 * @param read whether the profile was read; a list tells of people no more than their names and whether they are private or verified
 * @param isPrivate as far as anything tells it
 * @param lastPost when they posted last, as far as is shown; null where nothing shows it
 * @param languages in which the biography may be written; empty where nobody can tell, null where nobody has tried
 */
record Seen(
        Profile profile,
        boolean read,
        boolean isPrivate,
        @Nullable Instant lastPost,
        @Nullable List<String> languages) {

    /** Somebody whose profile was read. */
    static Seen whole(Profile profile) {
        return new Seen(profile, true, profile.isPrivate(), null, null);
    }

    Seen in(List<String> told) {
        return new Seen(profile, read, isPrivate, lastPost, told);
    }

    /** Everything in which a word may stand. */
    String words() {
        var biography = profile.biography();
        return String.join("\n", profile.fullName(), profile.username(), biography == null ? "" : biography);
    }
}
