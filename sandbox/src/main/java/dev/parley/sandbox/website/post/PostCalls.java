package dev.parley.sandbox.website.post;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.Ids;
import dev.parley.sandbox.website.page.Replies;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.world.Post;
import java.util.function.Function;

/** Liking and commenting. A comment's likes are taken and forgotten. */
public final class PostCalls {
    private static final int LONGEST_COMMENT = 2_200;

    private PostCalls() {}

    public static void addTo(WebRoutes routes) {
        routes.post("/api/v1/web/likes/{pk}/like", Call.LIKE, PostCalls::like);
        routes.post("/api/v1/web/likes/{pk}/unlike", Call.UNLIKE, PostCalls::unlike);
        routes.post("/api/v1/web/comments/{pk}/add", Call.COMMENT, PostCalls::comment);
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

    private static Answer withPost(Visit visit, Function<Post, Answer> answer) {
        return visit.state()
                .post(Ids.idOrNone(visit.path("pk")))
                .filter(post -> !post.owner().deleted())
                .map(answer)
                .orElseGet(() -> Replies.badRequest("Media not found or unavailable"));
    }
}
