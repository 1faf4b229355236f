package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.PostLikers;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Post;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single posts and stories: looking, liking, and who likes them. They are named by pk, or by {@code pk_owner}. */
final class MediaCalls {
    /** Of more likers Instagram tells no more than how many they are. */
    private static final int MOST_LIKERS = 1_000;

    private MediaCalls() {}

    static void addTo(AppRoutes routes) {
        routes.get("/media/{pk}/info", Call.MEDIA, MediaCalls::info);
        routes.post("/media/{pk}/like", Call.LIKE, MediaCalls::like);
        routes.post("/media/{pk}/unlike", Call.UNLIKE, MediaCalls::unlike);
        routes.get("/media/{pk}/likers", Call.LIKERS, MediaCalls::likers);
    }

    private static Answer info(AppRequest request, Session session) {
        MediaJson json = MediaJson.in(request, session);
        SandboxState state = request.state();
        return post(request)
                .map(json::of)
                .or(() -> state.world()
                        .stories()
                        .story(pk(request), state.clock().instant())
                        .map(json::of))
                .map(MediaCalls::one)
                .orElseGet(Refusals::mediaGone);
    }

    private static Answer like(AppRequest request, Session session) {
        return changed(
                request,
                post -> request.state()
                        .likes()
                        .like(
                                session.account().id(),
                                post,
                                request.takesEffect(),
                                now(request),
                                request.state().journal()));
    }

    private static Answer unlike(AppRequest request, Session session) {
        return changed(
                request,
                post -> request.state()
                        .likes()
                        .unlike(
                                session.account().id(),
                                post,
                                request.takesEffect(),
                                now(request),
                                request.state().journal()));
    }

    private static Answer likers(AppRequest request, Session session) {
        Post post = post(request).orElse(null);
        if (post == null) {
            return Refusals.mediaGone();
        }
        if (!request.state().shows(post.owner(), session.account().id())) {
            return Refusals.privateAccount();
        }
        UserJson users = UserJson.in(request);
        return Answer.ok(Json.object(
                "users",
                PostLikers.in(request.state()).of(post).stream()
                        .limit(MOST_LIKERS)
                        .map(users::brief)
                        .toList(),
                "user_count",
                post.likes() + request.state().likes().likers(post.pk()).size(),
                "status",
                "ok"));
    }

    private interface Change {
        void of(Post post);
    }

    private static Answer changed(AppRequest request, Change change) {
        if (pk(request) == Numbers.NO_ID) {
            return Refusals.invalidMedia();
        }
        return post(request)
                .map(post -> {
                    change.of(post);
                    return Answer.ok(Json.object("status", "ok"));
                })
                .orElseGet(Refusals::mediaGone);
    }

    private static Optional<Post> post(AppRequest request) {
        return request.state().post(pk(request)).filter(post -> !post.owner().deleted());
    }

    private static long pk(AppRequest request) {
        return Numbers.mediaIdOrNone(request.path("pk"));
    }

    private static long now(AppRequest request) {
        return request.state().now();
    }

    private static Answer one(Map<String, @Nullable Object> media) {
        return Answer.ok(
                Json.object("items", List.of(media), "num_results", 1, "more_available", false, "status", "ok"));
    }
}
