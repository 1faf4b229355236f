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

    private static final long LATEST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private MediaReading() {}

    /** Null if what names the post or its owner is missing. */
    static @Nullable Media read(JsonNode media) {
        MediaId id = id(media.path("id").asString(""));
        String code = media.path("code").asString("");
        Profile owner = People.brief(media.path("user"));
        long takenAt = media.path("taken_at").asLong(-1);
        if (id == null || owner == null || !Post.isCode(code) || takenAt < 0 || takenAt > LATEST_SECOND) {
            return null;
        }
        JsonNode liked = media.path("has_liked");
        return new Media(
                id,
                code,
                owner,
                Instant.ofEpochSecond(takenAt),
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
