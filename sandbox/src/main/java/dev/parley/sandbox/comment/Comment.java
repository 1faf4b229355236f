package dev.parley.sandbox.comment;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody wrote under a post.
 *
 * @param post pk of the post
 * @param owner id of the post's owner
 * @param parent the comment that it answers; null under the post itself
 * @param hidden shown to its author and the post's owner only
 * @param at epoch milliseconds
 */
public record Comment(
        long id,
        long post,
        long owner,
        @Nullable Long parent,
        long author,
        String text,
        boolean hidden,
        boolean deleted,
        long at) {

    Comment hide(boolean hide) {
        return new Comment(id, post, owner, parent, author, text, hide, deleted, at);
    }

    Comment delete() {
        return new Comment(id, post, owner, parent, author, text, hidden, true, at);
    }
}
