package dev.parley.instagram.graph;

import dev.parley.instagram.MediaId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post as the official API shows it. What the answer did not say is null.
 *
 * @param type {@code IMAGE}, {@code VIDEO} or {@code CAROUSEL_ALBUM}
 * @param product {@code FEED}, {@code REELS}, {@code STORY} or {@code AD}; fact: only this tells a reel from another film
 * @param code the short code in the post's address
 */
public record GraphMedia(
        MediaId id,
        @Nullable String type,
        @Nullable String product,
        @Nullable String caption,
        @Nullable URI permalink,
        @Nullable String code,
        @Nullable Instant at,
        @Nullable Integer likeCount,
        @Nullable Integer commentCount) {}
