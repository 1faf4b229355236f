package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Post;
import dev.parley.sandbox.world.Story;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts and stories as the app shows them to one viewer. */
record MediaJson(UserJson users, long viewer) {
    private static final int PICTURE = 1;
    private static final int VIDEO = 2;
    private static final int SIDE = 1080;
    private static final int STORY_HEIGHT = 1920;

    static MediaJson in(AppRequest request, Session session) {
        return new MediaJson(UserJson.in(request), session.account().id());
    }

    Map<String, @Nullable Object> of(Post post) {
        SandboxState state = users.state();
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
                post.likes() + state.likes().likers(post.pk()).size(),
                "comment_count",
                post.comments() + state.comments().count(post.pk()),
                "has_liked",
                state.likes().likes(viewer, post.pk()),
                "original_width",
                SIDE,
                "original_height",
                SIDE,
                "image_versions2",
                Json.object("candidates", List.of(file(post.pk(), "svg"))));
        if (post.clip()) {
            media.put("video_versions", List.of(file(post.pk(), "mp4")));
            media.put("video_duration", 12.5);
        }
        return media;
    }

    Map<String, @Nullable Object> of(Story story) {
        Map<String, @Nullable Object> media = Json.object(
                "pk",
                story.pk(),
                "id",
                story.id(),
                "code",
                story.code(),
                "taken_at",
                story.takenAt().getEpochSecond(),
                "expiring_at",
                story.expiresAt().getEpochSecond(),
                "media_type",
                story.video() ? VIDEO : PICTURE,
                "product_type",
                "story",
                "user",
                users.brief(story.owner()),
                "caption",
                null,
                "has_liked",
                false,
                "original_width",
                SIDE,
                "original_height",
                STORY_HEIGHT,
                "image_versions2",
                Json.object("candidates", List.of(file(story.pk(), "svg"))));
        if (story.video()) {
            media.put("video_versions", List.of(file(story.pk(), "mp4")));
            media.put("video_duration", 9.5);
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

    private Map<String, @Nullable Object> file(long pk, String type) {
        String url = users.baseUrl() + "/_sandbox/pictures/" + pk + "." + type;
        return Json.object("url", url, "width", SIDE, "height", SIDE, "type", 101, "id", pk + "v");
    }
}
