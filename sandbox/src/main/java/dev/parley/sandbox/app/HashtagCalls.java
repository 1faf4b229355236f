package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.world.Hashtag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hashtag pages. A hashtag that nobody used has a page without posts. */
final class HashtagCalls {

    private HashtagCalls() {}

    static void addTo(AppRoutes routes) {
        routes.get("/tags/{name}/info", Call.HASHTAG, HashtagCalls::info);
        routes.post("/tags/{name}/sections", Call.HASHTAG, HashtagCalls::sections);
        routes.get("/feed/tag/{name}", Call.HASHTAG, HashtagCalls::feed);
    }

    private static Answer info(AppRequest request, Session session) {
        String name = request.path("name");
        Optional<Hashtag> tag = request.state().world().hashtags().named(name);
        return Answer.ok(Json.object(
                "id",
                tag.map(Hashtag::id).orElse(0L),
                "name",
                name,
                "media_count",
                tag.map(Hashtag::mediaCount).orElse(0),
                "formatted_media_count",
                Integer.toString(tag.map(Hashtag::mediaCount).orElse(0)),
                "following",
                0,
                "allow_following",
                1,
                "profile_pic_url",
                request.baseUrl() + "/_sandbox/pictures/1.svg",
                "status",
                "ok"));
    }

    private static Answer sections(AppRequest request, Session session) {
        return page(request, request.field("tab"), request.field("max_id"))
                .map(page -> Answer.ok(sections(page, MediaJson.in(request, session))))
                .orElseGet(HashtagCalls::badCursor);
    }

    private static Answer feed(AppRequest request, Session session) {
        return page(request, HashtagPage.RECENT, request.query("max_id"))
                .map(page -> Answer.ok(items(page, MediaJson.in(request, session))))
                .orElseGet(HashtagCalls::badCursor);
    }

    private static Optional<HashtagPage> page(AppRequest request, String tab, String cursor) {
        return HashtagPage.of(request.state(), request.path("name"), tab, cursor);
    }

    private static Answer badCursor() {
        return Refusals.badRequest("Invalid max_id");
    }

    private static Map<String, @Nullable Object> sections(HashtagPage page, MediaJson media) {
        Map<String, @Nullable Object> body = Json.object(
                "sections", page.rows().stream().map(row -> row.toJson(media)).toList());
        addPaging(body, page);
        return body;
    }

    private static Map<String, @Nullable Object> items(HashtagPage page, MediaJson media) {
        Map<String, @Nullable Object> body = Json.object(
                "items",
                page.posts().stream().map(media::of).toList(),
                "num_results",
                page.posts().size());
        addPaging(body, page);
        return body;
    }

    private static void addPaging(Map<String, @Nullable Object> body, HashtagPage page) {
        String next = page.nextCursor();
        body.put("more_available", next != null);
        if (next != null) {
            body.put("next_max_id", next);
            body.put("next_page", 1);
            body.put("next_media_ids", List.of());
        }
        body.put("auto_load_more_enabled", true);
        body.put("status", "ok");
    }
}
