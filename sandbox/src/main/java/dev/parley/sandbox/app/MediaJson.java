package dev.parley.sandbox.app;

import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.world.Post;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts as the app sees them. */
record MediaJson(UserJson users) {
    private static final int PICTURE = 1;
    private static final int VIDEO = 2;
    private static final int SIDE = 1080;

    static MediaJson in(AppRequest request) {
        return new MediaJson(UserJson.in(request));
    }

    Map<String, @Nullable Object> of(Post post) {
        Map<String, @Nullable Object> media = Json.object(
                "pk",
                post.pk(),
                "id",
                post.id(),
                "code",
                post.code(),
                "taken_at",
                post.takenAt().getEpochSecond(),
                "device_timestamp",
                post.takenAt().getEpochSecond() * 1_000_000L,
                "media_type",
                post.clip() ? VIDEO : PICTURE,
                "product_type",
                post.clip() ? "clips" : "feed",
                "user",
                users.brief(post.owner()),
                "caption",
                caption(post),
                "like_count",
                post.likes(),
                "comment_count",
                post.comments(),
                "has_liked",
                false,
                "original_width",
                SIDE,
                "original_height",
                SIDE,
                "image_versions2",
                Json.object("candidates", List.of(file(post, "svg"))));
        if (post.clip()) {
            media.put("video_versions", List.of(file(post, "mp4")));
            media.put("video_duration", 12.5);
        }
        return media;
    }

    private Map<String, @Nullable Object> caption(Post post) {
        return Json.object(
                "pk",
                post.pk() + 1,
                "user_id",
                post.owner().id(),
                "text",
                post.caption(),
                "created_at",
                post.takenAt().getEpochSecond(),
                "content_type",
                "comment",
                "status",
                "Active",
                "media_id",
                post.pk());
    }

    private Map<String, @Nullable Object> file(Post post, String type) {
        String url = users.baseUrl() + "/_sandbox/pictures/" + post.pk() + "." + type;
        return Json.object("url", url, "width", SIDE, "height", SIDE, "type", 101, "id", post.pk() + "v");
    }
}
