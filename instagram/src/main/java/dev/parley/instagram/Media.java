package dev.parley.instagram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post.
 *
 * @param code the short code in the post's address
 * @param liked whether the signed-in account likes it; null where the answer did not say
 */
public record Media(
        MediaId id,
        String code,
        Profile owner,
        Instant takenAt,
        @Nullable String caption,
        int likeCount,
        @Nullable Boolean liked) {

    /** The post as calls name it. */
    public Post post() {
        return new Post(id, code);
    }
}
