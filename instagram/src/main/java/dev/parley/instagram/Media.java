package dev.parley.instagram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post.
 *
 * @param id {@code <number>_<owner>}
 * @param code the short code in the post's address
 */
public record Media(
        String id,
        String code,
        Profile owner,
        Instant takenAt,
        @Nullable String caption,
        int likeCount) {}
