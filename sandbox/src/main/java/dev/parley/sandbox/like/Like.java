package dev.parley.sandbox.like;

import dev.parley.sandbox.world.Post;
import java.time.Instant;
import java.util.function.LongFunction;

/**
 * One sender's like of one post, as it stands.
 *
 * @param asked how often it was asked for, in vain or not
 * @param times how often it took effect
 * @param at epoch milliseconds of its first effect, or of the first time it was asked for while there is none
 */
record Like(long sender, long post, long owner, int asked, int times, boolean on, long at) {

    static Like none(long sender, long post, long owner) {
        return new Like(sender, post, owner, 0, 0, false, 0);
    }

    LikeTruth truth(LongFunction<String> usernames) {
        return new LikeTruth(
                usernames.apply(sender),
                usernames.apply(owner),
                post + "_" + owner,
                Post.code(post),
                asked,
                times,
                on,
                Instant.ofEpochMilli(at));
    }

    Like after(LikeEffect effect, long now) {
        return switch (effect) {
            case NONE -> new Like(sender, post, owner, asked + 1, times, on, asked == 0 ? now : at);
            case LIKED -> new Like(sender, post, owner, asked + 1, times + 1, true, times == 0 ? now : at);
            case ENDED -> new Like(sender, post, owner, asked, times, false, at);
        };
    }
}
