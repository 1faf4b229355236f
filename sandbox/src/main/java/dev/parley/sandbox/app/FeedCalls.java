package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import java.util.List;

/** What the app loads when it opens. Nobody whom the accounts follow has posted anything yet. */
final class FeedCalls {

    private FeedCalls() {}

    static void addTo(AppRoutes routes) {
        routes.post("/feed/timeline", Call.ANY, FeedCalls::timeline);
    }

    private static Answer timeline(AppRequest request, Session session) {
        return Answer.ok(Json.object(
                "feed_items",
                List.of(),
                "num_results",
                0,
                "more_available",
                false,
                "auto_load_more_enabled",
                true,
                "status",
                "ok"));
    }
}
