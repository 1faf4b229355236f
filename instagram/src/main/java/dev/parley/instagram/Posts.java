package dev.parley.instagram;

import org.jspecify.annotations.Nullable;

/** What people post. */
public interface Posts {

    /**
     * Posts of a person, the newest first but for those that the person has pinned above all others; private people's are shown to
     * their followers only. A post that several people made together may have another {@link Media#owner}.
     *
     * @param cursor null for the first page, else {@link Page#next()} of the page before
     */
    default Outcome<Page<Media>> posts(Person person, @Nullable String cursor) {
        return Outcome.unsupported(Capability.POSTS);
    }
}
