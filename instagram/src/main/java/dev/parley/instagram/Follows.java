package dev.parley.instagram;

/** Following and unfollowing. */
public interface Follows {

    /** Follows a person, or asks a private one. Asked once, never repeated by the driver. */
    default Outcome<Friendship> follow(Person person) {
        return Outcome.unsupported(Capability.FOLLOW);
    }

    /** Ends following a person, or withdraws the request. Asked once, never repeated by the driver. */
    default Outcome<Friendship> unfollow(Person person) {
        return Outcome.unsupported(Capability.FOLLOW);
    }
}
