package dev.parley.instagram;

import org.jspecify.annotations.Nullable;

/** Who follows whom. */
public interface FollowLists {

    /**
     * People who follow a person; private people's lists are shown to their followers only.
     *
     * @param cursor null for the first page, else {@link Page#next()} of the page before
     */
    default Outcome<Page<Profile>> followers(Person person, @Nullable String cursor) {
        return Outcome.unsupported(Capability.FOLLOW_LISTS);
    }

    /**
     * People whom a person follows.
     *
     * @param cursor null for the first page, else {@link Page#next()} of the page before
     */
    default Outcome<Page<Profile>> following(Person person, @Nullable String cursor) {
        return Outcome.unsupported(Capability.FOLLOW_LISTS);
    }
}
