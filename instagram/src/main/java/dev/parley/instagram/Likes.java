package dev.parley.instagram;

/** Liking posts. */
public interface Likes {

    /** A post as it is now, {@link Media#liked} included. */
    default Outcome<Media> media(Post post) {
        return Outcome.unsupported(Capability.LIKE);
    }

    /** Likes a post. Asked once, never repeated by the driver. */
    default Outcome<Liking> like(Post post) {
        return Outcome.unsupported(Capability.LIKE);
    }

    /** Takes a like back. Asked once, never repeated by the driver. */
    default Outcome<Liking> unlike(Post post) {
        return Outcome.unsupported(Capability.LIKE);
    }

    /**
     * Whether the account likes a post, as far as Instagram's answer says.
     *
     * @param liked true after a like, false after it was taken back
     */
    record Liking(MediaId media, boolean liked) {}
}
