package dev.parley.server.automation;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.PersonId;
import dev.parley.server.core.ErrorCode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides upon whom of the people that were found a job may act.
 *
 * @param friendships how the account stands to them, where that matters
 * @param touched whom the account has touched before, or another of its jobs is about to
 * @param protectedUsernames whom nobody in the workspace may touch
 */
record Sieve(
        JobAction action,
        Judge judge,
        Map<PersonId, Friendship> friendships,
        Set<PersonId> touched,
        Set<String> protectedUsernames) {

    /** Why somebody is left out whom the account has touched before. */
    static ErrorCode touchedBefore(JobAction action) {
        return switch (action) {
            case FOLLOW -> ErrorCode.FOLLOW_TOUCHED_BEFORE;
            case LIKE -> ErrorCode.LIKE_TOUCHED_BEFORE;
            case VIEW_STORIES -> ErrorCode.STORY_SEEN;
            case UNFOLLOW -> ErrorCode.UNFOLLOW_UNDER_WAY;
        };
    }

    Found sift(Sighting person) {
        var reason = standing(person);
        var verdict = reason == null ? judged(person) : new Verdict.LeftOut(reason, null);
        var post = action == JobAction.LIKE ? person.post() : null;
        return Found.of(person, post, verdict);
    }

    /** Why they are left out whatever the filters say. */
    private @Nullable ErrorCode standing(Sighting person) {
        var friendship = friendships.get(person.id());
        if (friendship == null && action.asksForFriendships()) {
            return ErrorCode.FOLLOW_TARGET_GONE;
        }
        if (protectedUsernames.contains(person.username())) {
            return ErrorCode.FOLLOW_PROTECTED;
        }
        var already = already(person, friendship);
        if (already != null) {
            return already;
        }
        return touched.contains(person.id()) ? touchedBefore(action) : null;
    }

    /** Why the action would change nothing, or is not possible. */
    private @Nullable ErrorCode already(Sighting person, @Nullable Friendship friendship) {
        return switch (action) {
            case FOLLOW -> friendship == null ? null : already(friendship);
            case LIKE -> already(person);
            case VIEW_STORIES -> person.watched() ? ErrorCode.STORY_SEEN : null;
            case UNFOLLOW -> friendship == null || friendship.inForce() ? null : ErrorCode.UNFOLLOW_NOT_FOLLOWED;
        };
    }

    private static @Nullable ErrorCode already(Sighting person) {
        if (person.post() == null) {
            return person.profile().isPrivate() ? ErrorCode.FOLLOW_PRIVATE : ErrorCode.LIKE_NO_POST;
        }
        return person.liked() ? ErrorCode.LIKE_ALREADY : null;
    }

    private static @Nullable ErrorCode already(Friendship friendship) {
        if (friendship.inForce()) {
            return ErrorCode.FOLLOW_ALREADY;
        }
        return friendship.blocking() ? ErrorCode.FOLLOW_REFUSED : null;
    }

    private Verdict judged(Sighting person) {
        var verdict = judge.of(seen(person));
        return verdict instanceof Verdict.NotYetKnown && person.read()
                ? judge.of(Seen.whole(person.profile()))
                : verdict;
    }

    private Seen seen(Sighting person) {
        var friendship = friendships.get(person.id());
        var isPrivate = person.profile().isPrivate() || (friendship != null && friendship.isPrivate());
        return new Seen(person.profile(), false, isPrivate, person.lastPost(), null);
    }
}
