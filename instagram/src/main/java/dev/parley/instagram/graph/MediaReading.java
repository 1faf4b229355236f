package dev.parley.instagram.graph;

import dev.parley.instagram.MediaId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads posts. */
final class MediaReading {

    static final String OWN_FIELDS =
            "id,caption,media_type,media_product_type,permalink,timestamp,shortcode,like_count,comments_count";
    static final String HASHTAG_FIELDS = "id,caption,media_type,permalink,timestamp,like_count,comments_count";

    private MediaReading() {}

    static @Nullable GraphMedia of(JsonNode json) {
        MediaId id = Fields.media(json, "id");
        if (id == null) {
            return null;
        }
        return new GraphMedia(
                id,
                Fields.text(json, "media_type"),
                Fields.text(json, "media_product_type"),
                Fields.text(json, "caption"),
                Fields.address(json, "permalink"),
                Fields.text(json, "shortcode"),
                Fields.time(json, "timestamp"),
                Fields.count(json, "like_count"),
                Fields.count(json, "comments_count"));
    }
}
