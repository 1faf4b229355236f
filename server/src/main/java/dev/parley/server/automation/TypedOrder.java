package dev.parley.server.automation;

import org.jspecify.annotations.Nullable;

/** What stands in the form for a new job, right or wrong. */
public record TypedOrder(
        @Nullable String kind,
        @Nullable String hashtag,
        @Nullable String username,
        @Nullable String post,
        @Nullable String people,
        @Nullable String amount,
        @Nullable Boolean dryRun) {}
