package dev.parley.server.automation;

import dev.parley.instagram.Media;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Post;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Stories.Ring;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a job came across.
 *
 * @param media the post by which it did, or null
 * @param read whether their profile was read, so that all of it is known
 * @param watched whether the account has watched all their stories, as far as is known
 */
record Sighting(Profile profile, @Nullable Media media, boolean read, boolean watched) {

    static Sighting of(Profile profile) {
        return new Sighting(profile, null, false, false);
    }

    static Sighting whole(Profile profile) {
        return whole(profile, null);
    }

    /** Somebody whose profile was read, with the newest of their posts where they show one. */
    static Sighting whole(Profile profile, @Nullable Media newest) {
        return new Sighting(profile, newest, true, false);
    }

    static Sighting of(Media media) {
        return new Sighting(media.owner(), media, false, false);
    }

    static Sighting of(Ring ring) {
        var latest = ring.latest();
        var seenUntil = ring.seenUntil();
        return new Sighting(
                known(ring.owner()), null, false, latest != null && seenUntil != null && !seenUntil.isBefore(latest));
    }

    static Sighting of(Person person) {
        return Sighting.of(known(person));
    }

    /** As much as is known of them, which is their name. */
    private static Profile known(Person person) {
        return new Profile(person.id(), person.username(), "", false, false, false, null, null, null, null);
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
