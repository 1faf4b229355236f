package dev.parley.sandbox.app;

import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.message.Body;
import dev.parley.sandbox.message.Message;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages as the app shows them to one viewer. What the official API alone can send is shown as a placeholder. */
record ItemJson(long viewer) {
    private static final long MICROS = 1_000;

    Map<String, @Nullable Object> of(Message message) {
        Map<String, @Nullable Object> item = Json.object(
                "item_id",
                message.id(),
                "user_id",
                message.sender(),
                "timestamp",
                message.at() * MICROS,
                "client_context",
                message.token(),
                "show_forward_attribution",
                false,
                "is_shh_mode",
                false,
                "is_sent_by_viewer",
                message.sender() == viewer);
        item.putAll(content(message));
        return item;
    }

    private static Map<String, @Nullable Object> content(Message message) {
        Body body = message.body();
        return switch (body.kind()) {
            case TEXT -> Json.object("item_type", "text", "text", body.text());
            case LINK -> Json.object("item_type", "link", "link", link(message));
            case HEART -> Json.object("item_type", "like", "like", "❤️");
            case IMAGE, VIDEO -> Json.object("item_type", "media", "media", media(message));
            case AUDIO, FILE, POST, TEMPLATE ->
                Json.object(
                        "item_type",
                        "placeholder",
                        "placeholder",
                        Json.object("title", "Message unavailable", "message", body.text(), "is_linked", false));
        };
    }

    private static Map<String, @Nullable Object> link(Message message) {
        Body body = message.body();
        return Json.object(
                "text",
                body.text(),
                "link_context",
                Json.object(
                        "link_url",
                        body.detail().replaceAll("[\\[\\]\"]", "").split(",", 2)[0],
                        "link_title",
                        "",
                        "link_summary",
                        "",
                        "link_image_url",
                        ""),
                "client_context",
                message.token());
    }

    private static Map<String, @Nullable Object> media(Message message) {
        boolean video = message.body().kind() == Body.Kind.VIDEO;
        Map<String, @Nullable Object> file = Json.object("url", message.body().detail(), "width", 1080, "height", 1080);
        Map<String, @Nullable Object> media = Json.object(
                "id",
                message.id(),
                "media_type",
                video ? 2 : 1,
                "image_versions2",
                Json.object("candidates", List.of(file)));
        if (video) {
            media.put("video_versions", List.of(file));
        }
        return media;
    }
}
