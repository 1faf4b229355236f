package dev.parley.instagram;

import org.jspecify.annotations.Nullable;

/** Reading, writing and keeping order under posts. Cursors are null for the first page, else {@link Page#next()} of the page before. */
public interface Comments {

    /** The comments under a post, without the answers to them. */
    default Outcome<Page<Comment>> comments(Post post, @Nullable String cursor) {
        return Outcome.unsupported(Capability.COMMENT);
    }

    /** The answers to a comment. */
    default Outcome<Page<Comment>> replies(CommentId comment, @Nullable String cursor) {
        return Outcome.unsupported(Capability.COMMENT);
    }

    /** Writes under a post. Asked once, never repeated by the driver. */
    default Outcome<Commented> comment(Post post, String text) {
        return Outcome.unsupported(Capability.COMMENT);
    }

    /** Answers a comment, for all to see. Asked once, never repeated by the driver. */
    default Outcome<Commented> reply(CommentId comment, String text) {
        return Outcome.unsupported(Capability.COMMENT);
    }

    /** Hides a comment under one of the account's own posts from everybody but its author, or shows it again. */
    default Outcome<Hidden> hide(CommentId comment, boolean hidden) {
        return Outcome.unsupported(Capability.COMMENT);
    }

    /** Deletes a comment, and the answers to it. Asked once, never repeated by the driver. */
    default Outcome<Deleted> delete(CommentId comment) {
        return Outcome.unsupported(Capability.COMMENT);
    }

    record Commented(CommentId comment) {}

    /** @param hidden true when it was hidden, false when it was shown again */
    record Hidden(CommentId comment, boolean hidden) {}

    record Deleted(CommentId comment) {}
}
