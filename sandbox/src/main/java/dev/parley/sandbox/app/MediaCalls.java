package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import java.util.List;

/** Single posts. */
final class MediaCalls {

    private MediaCalls() {}

    static void addTo(AppRoutes routes) {
        routes.get("/media/{pk}/info", Call.ANY, MediaCalls::info);
    }

    /** The pk alone, or with its owner behind an underscore. */
    private static Answer info(AppRequest request, Session session) {
        long pk = Numbers.postIdOrNone(request.path("pk").split("_", 2)[0]);
        var state = request.state();
        return state.world()
                .hashtags()
                .post(pk, state.clock().instant())
                .filter(post -> !post.owner().deleted())
                .map(post -> Answer.ok(Json.object(
                        "items",
                        List.of(MediaJson.in(request).of(post)),
                        "num_results",
                        1,
                        "more_available",
                        false,
                        "status",
                        "ok")))
                .orElseGet(Refusals::mediaGone);
    }
}
