package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.Draft;
import dev.parley.sandbox.official.Drafts;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.world.Post;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts as the official API shows them. */
record MediaJson(GraphRequest request) {

    Map<String, @Nullable Object> whole(Post post) {
        Drafts.Published own = request.official().drafts().post(post.pk()).orElse(null);
        Map<String, @Nullable Object> whole = inHashtags(post);
        whole.put("media_product_type", own == null ? "FEED" : product(own.draft()));
        whole.put("username", post.owner().username());
        whole.put("shortcode", post.code());
        whole.put("is_comment_enabled", request.official().openPosts().contains(post.pk()));
        if (own != null) {
            whole.put("media_type", type(own.draft()));
            whole.put("media_url", own.draft().url());
        }
        return whole;
    }

    /** Fact: hashtags keep the owner to themselves. */
    Map<String, @Nullable Object> inHashtags(Post post) {
        return Json.object(
                "id",
                Numbers.media(post.pk()),
                "caption",
                post.caption(),
                "media_type",
                post.clip() ? "VIDEO" : "IMAGE",
                "media_url",
                request.pictures() + post.pk() + ".svg",
                "permalink",
                "https://www.instagram.com/p/" + post.code() + "/",
                "timestamp",
                Times.text(post.takenAt()),
                "like_count",
                post.likes() + request.state().likes().likers(post.pk()).size(),
                "comments_count",
                post.comments() + request.state().comments().count(post.pk()));
    }

    /** Fact: a published reel reads back as a film; only the product tells. */
    private static String type(Draft draft) {
        if (draft.type().equals("CAROUSEL")) {
            return "CAROUSEL_ALBUM";
        }
        return draft.film() ? "VIDEO" : "IMAGE";
    }

    private static String product(Draft draft) {
        return switch (draft.type()) {
            case "REELS" -> "REELS";
            case "STORIES" -> "STORY";
            default -> "FEED";
        };
    }
}
