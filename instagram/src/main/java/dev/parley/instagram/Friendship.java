package dev.parley.instagram;

/**
 * How the signed-in account stands to a person.
 *
 * @param requested a private person was asked and has not answered
 */
public record Friendship(
        boolean following, boolean requested, boolean followedBy, boolean blocking, boolean isPrivate) {

    /** Following, or waiting to be let in. */
    public boolean inForce() {
        return following || requested;
    }
}
