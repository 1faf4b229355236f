package dev.parley.sandbox.website.profile;

import dev.parley.sandbox.follow.Friendship;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Person;

/** Somebody as a viewer sees them. */
public record Profile(Person person, Friendship friendship, long followers, long following, boolean own) {

    static Profile of(Person person, long viewer, SandboxState state) {
        boolean seeded = state.world().people().withId(person.id()).isPresent();
        long gained = state.follows().gainedFollowers(person.id());
        return new Profile(
                person,
                state.follows().friendship(viewer, person),
                gained + (seeded ? state.world().follows().followerCount(person) : 0),
                seeded
                        ? state.world().follows().followingCount(person)
                        : state.follows().followingCount(person.id()),
                person.id() == viewer);
    }

    /** What the button in the header says: one of Follow, Follow Back, Following, Requested. */
    public String state() {
        if (friendship.following()) {
            return "Following";
        }
        if (friendship.requested()) {
            return "Requested";
        }
        return friendship.followedBy() ? "Follow Back" : "Follow";
    }

    public boolean isFollowedOrRequested() {
        return friendship.following() || friendship.requested();
    }

    /** Whether posts and lists of a private person stay closed. */
    public boolean isClosed() {
        return person.isPrivate() && !friendship.following() && !own;
    }
}
