package dev.parley.instagram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote under a post.
 *
 * @param author null where Instagram does not say who it was
 * @param at null where the answer did not say
 * @param likeCount null where the answer did not say
 * @param hidden whether only its author and the post's owner still see it; null where the answer did not say
 * @param parent the comment that it answers; null under the post itself
 */
public record Comment(
        CommentId id,
        @Nullable Person author,
        String text,
        @Nullable Instant at,
        @Nullable Integer likeCount,
        @Nullable Boolean hidden,
        @Nullable CommentId parent) {}
