package dev.parley.sandbox.website.post;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.Ids;
import dev.parley.sandbox.website.page.PersonJson;
import dev.parley.sandbox.website.page.Replies;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.world.Hashtags;
import dev.parley.sandbox.world.Post;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data of a hashtag's grid, part by part, newest first. A cursor names the next post, so new ones don't shift the parts. */
public final class HashtagCalls {
    private static final int PART = 24;
    private static final long NO_ID = Ids.idOrNone("");

    private HashtagCalls() {}

    public static void addTo(WebRoutes routes) {
        routes.get("/api/v1/fbsearch/web/top_serp", Call.HASHTAG, HashtagCalls::search);
    }

    private static Answer search(Visit visit, Session session) {
        String cursor = visit.query("next_max_id");
        long from = Ids.idOrNone(cursor);
        if (!cursor.isEmpty() && from == NO_ID) {
            return Replies.badRequest("Invalid cursor");
        }
        SandboxState state = visit.state();
        List<Post> found = found(visit, cursor.isEmpty() ? null : from);
        boolean more = found.size() > PART;
        return Replies.ok(
                "media_grid",
                Json.object(
                        "sections",
                        found.stream()
                                .limit(PART)
                                .filter(post -> !post.owner().isPrivate())
                                .map(post -> section(post, session, state))
                                .toList(),
                        "has_more",
                        more,
                        "next_max_id",
                        more ? Long.toString(Hashtags.beatOf(found.getLast())) : null));
    }

    /** With the first post of the next part, if there is one. */
    private static List<Post> found(Visit visit, @Nullable Long from) {
        Hashtags hashtags = visit.state().world().hashtags();
        return hashtags.named(visit.query("query").replaceFirst("^#", ""))
                .map(tag -> hashtags.recent(tag, visit.state().clock().instant(), from, PART + 1))
                .orElse(List.of());
    }

    private static Map<String, @Nullable Object> section(Post post, Session session, SandboxState state) {
        return Json.object(
                "layout_type",
                "media_grid",
                "layout_content",
                Json.object("medias", List.of(Json.object("media", media(post, session, state)))));
    }

    private static Map<String, @Nullable Object> media(Post post, Session session, SandboxState state) {
        return Json.object(
                "pk",
                Long.toString(post.pk()),
                "id",
                post.id(),
                "code",
                post.code(),
                "media_type",
                post.clip() ? 2 : 1,
                "taken_at",
                post.takenAt().getEpochSecond(),
                "caption",
                Json.object("text", post.caption()),
                "like_count",
                post.likes() + state.likes().likers(post.pk()).size(),
                "has_liked",
                state.likes().likes(session.account().id(), post.pk()),
                "user",
                PersonJson.of(post.owner()));
    }
}
