package dev.parley.sandbox.comment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it really is.
 *
 * @param media the post's id, {@code pk_owner}
 * @param parent the comment that it answers, if any
 * @param author username
 */
public record CommentTruth(
        String id,
        String media,
        @Nullable String parent,
        String author,
        String text,
        boolean hidden,
        boolean deleted,
        Instant at) {}
