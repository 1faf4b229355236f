package dev.parley.sandbox.follow;

/** How one person stands to another, as Instagram's {@code friendship_status} tells it. */
public record Friendship(boolean following, boolean requested, boolean followedBy, boolean targetIsPrivate) {

    /** What the answer to a follow looks like that was swallowed. */
    public Friendship asIfFollowed() {
        return new Friendship(!targetIsPrivate, targetIsPrivate, followedBy, targetIsPrivate);
    }

    /** What the answer to an unfollow looks like that was swallowed. */
    public Friendship asIfUnfollowed() {
        return new Friendship(false, false, followedBy, targetIsPrivate);
    }
}
