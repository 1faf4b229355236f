package dev.parley.sandbox.world;

import java.time.Duration;
import java.time.Instant;

/** A picture or film that somebody shows for a day. */
public record Story(long pk, Person owner, Instant takenAt, boolean video) {
    /** How long a story is shown. */
    public static final Duration SHOWN = Duration.ofHours(24);

    /** The id that most calls want: {@code pk_owner}. */
    public String id() {
        return pk + "_" + owner.id();
    }

    public String code() {
        return Post.code(pk);
    }

    public Instant expiresAt() {
        return takenAt.plus(SHOWN);
    }
}
