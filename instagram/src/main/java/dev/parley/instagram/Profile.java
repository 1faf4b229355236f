package dev.parley.instagram;

import org.jspecify.annotations.Nullable;

/**
 * What Instagram tells of a person. Counts are null where the answer held none.
 *
 * @param username in lower case, without @
 */
public record Profile(
        PersonId id,
        String username,
        String fullName,
        boolean isPrivate,
        boolean isVerified,
        boolean isBusiness,
        @Nullable String biography,
        @Nullable Integer mediaCount,
        @Nullable Integer followerCount,
        @Nullable Integer followingCount) {

    /** The person as calls name them. */
    public Person person() {
        return new Person(id, username);
    }
}
