package dev.parley.sandbox.website.post;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.Ids;
import dev.parley.sandbox.website.page.Replies;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.world.Post;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Liking, commenting, and the data of a hashtag's grid. A comment's likes are taken and forgotten. */
public final class PostCalls {
    private static final int LONGEST_COMMENT = 2_200;

    private PostCalls() {}

    public static void addTo(WebRoutes routes) {
        routes.post("/api/v1/web/likes/{pk}/like", Call.LIKE, PostCalls::like);
        routes.post("/api/v1/web/likes/{pk}/unlike", Call.UNLIKE, PostCalls::unlike);
        routes.post("/api/v1/web/comments/{pk}/add", Call.COMMENT, PostCalls::comment);
        routes.get("/api/v1/fbsearch/web/top_serp", Call.HASHTAG, PostCalls::search);
    }

    private static Answer like(Visit visit, Session session) {
        return withPost(visit, post -> {
            SandboxState state = visit.state();
            state.likes().like(session.account().id(), post, visit.takesEffect(), state.now(), state.journal());
            return Replies.ok();
        });
    }

    private static Answer unlike(Visit visit, Session session) {
        return withPost(visit, post -> {
            SandboxState state = visit.state();
            state.likes().unlike(session.account().id(), post, visit.takesEffect(), state.now(), state.journal());
            return Replies.ok();
        });
    }

    private static Answer comment(Visit visit, Session session) {
        String text = visit.field("comment_text");
        if (text.isBlank() || text.length() > LONGEST_COMMENT) {
            return Replies.badRequest("A comment has 1 to " + LONGEST_COMMENT + " characters");
        }
        return withPost(visit, post -> {
            SandboxState state = visit.state();
            if (visit.takesEffect()) {
                state.comments()
                        .add(
                                post.pk(),
                                post.owner().id(),
                                null,
                                session.account().id(),
                                text,
                                state.now(),
                                state.journal());
            }
            return Replies.ok("text", text, "created_time", state.now() / 1_000);
        });
    }

    private static Answer search(Visit visit, Session session) {
        String tag = visit.query("query").replaceFirst("^#", "");
        return Replies.ok(
                "media_grid",
                Json.object(
                        "sections",
                        HashtagPages.posts(tag, visit).stream()
                                .map(PostCalls::section)
                                .toList(),
                        "has_more",
                        false,
                        "next_max_id",
                        null));
    }

    private static Map<String, @Nullable Object> section(Post post) {
        var media = Json.object(
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
                "user",
                Json.object(
                        "pk",
                        Long.toString(post.owner().id()),
                        "username",
                        post.owner().username()));
        return Json.object(
                "layout_type",
                "media_grid",
                "layout_content",
                Json.object("medias", List.of(Json.object("media", media))));
    }

    private static Answer withPost(Visit visit, Function<Post, Answer> answer) {
        return visit.state()
                .post(Ids.idOrNone(visit.path("pk")))
                .filter(post -> !post.owner().deleted())
                .map(answer)
                .orElseGet(() -> Replies.badRequest("Media not found or unavailable"));
    }
}
