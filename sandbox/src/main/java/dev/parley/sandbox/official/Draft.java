package dev.parley.sandbox.official;

import java.time.Duration;
import java.util.List;

/**
 * Something that an account wants to publish: what the API calls a container.
 *
 * @param type {@code IMAGE}, {@code VIDEO}, {@code REELS}, {@code STORIES} or {@code CAROUSEL}
 * @param url where it was fetched; empty for a carousel
 * @param item whether it is a part of a carousel
 * @param children of a carousel
 * @param at epoch milliseconds
 * @param post the pk under which it was published; zero if it was not
 */
public record Draft(
        long id,
        long account,
        String type,
        String url,
        String caption,
        boolean item,
        List<Long> children,
        long at,
        long post) {
    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final Duration FILMS_TAKE = Duration.ofMinutes(1);

    /** How far it is by this clock, in the API's words. */
    public String status(long now) {
        if (post != 0) {
            return "PUBLISHED";
        }
        if (now - at >= LIFETIME.toMillis()) {
            return "EXPIRED";
        }
        if (broken()) {
            return "ERROR";
        }
        return film() && now - at < FILMS_TAKE.toMillis() ? "IN_PROGRESS" : "FINISHED";
    }

    /** Whether its address is one that stands for a file that cannot be used: it has the word broken in it. */
    public boolean broken() {
        return url.contains("broken");
    }

    public boolean film() {
        return type.equals("VIDEO") || type.equals("REELS") || url.endsWith(".mp4") || url.endsWith(".mov");
    }

    Draft publish(long pk) {
        return new Draft(id, account, type, url, caption, item, children, at, pk);
    }
}
