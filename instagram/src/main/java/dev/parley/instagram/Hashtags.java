package dev.parley.instagram;

import org.jspecify.annotations.Nullable;

/** What is posted under a hashtag. */
public interface Hashtags {

    /**
     * Recent media under a hashtag.
     *
     * @param hashtag with or without a leading #
     * @param cursor null for the first page, else {@link Page#next()} of the page before
     */
    default Outcome<Page<Media>> hashtag(String hashtag, @Nullable String cursor) {
        return Outcome.unsupported(Capability.HASHTAG);
    }
}
