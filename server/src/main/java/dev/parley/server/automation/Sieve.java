package dev.parley.server.automation;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who of the people under a hashtag may be followed.
 *
 * @param lastPosts when people posted last, as far as is shown
 * @param touched whom the account has touched before, or another of its jobs is about to
 * @param protectedUsernames whom nobody in the workspace may touch
 */
record Sieve(
        Judge judge,
        Map<PersonId, Friendship> friendships,
        Map<PersonId, Instant> lastPosts,
        Set<PersonId> touched,
        Set<String> protectedUsernames) {

    Found sift(Profile person) {
        var reason = standing(person);
        if (reason != null) {
            return new Found(person.id(), person.username(), reason, null);
        }
        return switch (judge.of(seen(person))) {
            case Verdict.Passes() -> new Found(person.id(), person.username(), null, null);
            case Verdict.LeftOut(ErrorCode why, String detail) ->
                new Found(person.id(), person.username(), why, detail);
        };
    }

    /** Why they are left out whatever the filters say. */
    private @Nullable ErrorCode standing(Profile person) {
        var friendship = friendships.get(person.id());
        if (friendship == null) {
            return ErrorCode.FOLLOW_TARGET_GONE;
        }
        if (protectedUsernames.contains(person.username())) {
            return ErrorCode.FOLLOW_PROTECTED;
        }
        if (friendship.inForce()) {
            return ErrorCode.FOLLOW_ALREADY;
        }
        if (friendship.blocking()) {
            return ErrorCode.FOLLOW_REFUSED;
        }
        return touched.contains(person.id()) ? ErrorCode.FOLLOW_TOUCHED_BEFORE : null;
    }

    private Seen seen(Profile person) {
        var friendship = friendships.get(person.id());
        var isPrivate = person.isPrivate() || (friendship != null && friendship.isPrivate());
        return new Seen(person, isPrivate, lastPosts.get(person.id()));
    }
}
