package dev.parley.instagram.mobile;

import org.jspecify.annotations.Nullable;

/** What Instagram names the next page by. */
final class Cursor {

    private Cursor() {}

    /** Fact: an empty one means that there is no next page. */
    static @Nullable String orNull(@Nullable String given) {
        return given == null || given.isBlank() ? null : given;
    }
}
