package dev.parley.instagram.browser;

import dev.parley.instagram.Media;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.Post;
import dev.parley.instagram.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A post as the site's scripts get it. */
final class MediaReading {

    private MediaReading() {}

    /** Null if what names the post or its owner is missing. */
    static @Nullable Media read(JsonNode media) {
        MediaId id = id(media.path("id").asString(""));
        String code = media.path("code").asString("");
        Profile owner = People.brief(media.path("user"));
        Instant takenAt = Moments.seconds(media.path("taken_at"));
        if (id == null || owner == null || !Post.isCode(code) || takenAt == null) {
            return null;
        }
        JsonNode liked = media.path("has_liked");
        return new Media(
                id,
                code,
                owner,
                takenAt,
                media.path("caption").path("text").asString(null),
                Math.max(0, media.path("like_count").asInt(0)),
                liked.isBoolean() ? liked.asBoolean() : null);
    }

    static @Nullable MediaId id(String text) {
        try {
            return new MediaId(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
