package dev.parley.server.automation;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.server.core.ErrorCode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who of the people under a hashtag may be followed.
 *
 * @param touched whom the account has touched before, or another of its jobs is about to
 * @param protectedUsernames whom nobody in the workspace may touch
 */
record Sieve(
        boolean skipPrivate,
        Map<PersonId, Friendship> friendships,
        Set<PersonId> touched,
        Set<String> protectedUsernames) {

    Found sift(Profile person) {
        return new Found(person.id(), person.username(), leftOut(person));
    }

    private @Nullable ErrorCode leftOut(Profile person) {
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
        if (touched.contains(person.id())) {
            return ErrorCode.FOLLOW_TOUCHED_BEFORE;
        }
        return skipPrivate && isPrivate(person, friendship) ? ErrorCode.FOLLOW_PRIVATE : null;
    }

    private static boolean isPrivate(Profile person, Friendship friendship) {
        return person.isPrivate() || friendship.isPrivate();
    }
}
