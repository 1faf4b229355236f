package dev.parley.instagram;

import org.jspecify.annotations.Nullable;

/** What Instagram shows an account when it opens the app. */
public interface HomeFeed {

    /**
     * Posts of those whom the account follows, and its own, in Instagram's order. What was paid for is left out, and what Instagram
     * suggests beside the posts; a page may be empty and not the last.
     *
     * @param cursor null for the first page, else {@link Page#next()} of the page before
     */
    default Outcome<Page<Media>> feed(@Nullable String cursor) {
        return Outcome.unsupported(Capability.FEED);
    }
}
