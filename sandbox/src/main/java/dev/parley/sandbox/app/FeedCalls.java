package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.PostLists;
import dev.parley.sandbox.world.Person;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts in lists: what the app loads when it opens, and what somebody posted. */
final class FeedCalls {
    private static final int DEFAULT_COUNT = 12;
    private static final int MOST = 33;

    private FeedCalls() {}

    static void addTo(AppRoutes routes) {
        routes.post("/feed/timeline", Call.FEED, FeedCalls::timeline);
        routes.get("/feed/user/{id}", Call.POSTS, FeedCalls::ofPerson);
    }

    private static Answer timeline(AppRequest request, Session session) {
        return Timeline.of(session.account().person(), request.state(), request.field("max_id"))
                .map(timeline -> Answer.ok(timeline.toJson(MediaJson.in(request, session))))
                .orElseGet(FeedCalls::badCursor);
    }

    /** Private people show theirs to their followers only. */
    private static Answer ofPerson(AppRequest request, Session session) {
        Person person = request.state()
                .person(request.idInPath("id"))
                .filter(found -> !found.deleted())
                .orElse(null);
        if (person == null) {
            return Refusals.userNotFound();
        }
        if (!request.state().shows(person, session.account().id())) {
            return Refusals.privateAccount();
        }
        return PostPage.of(
                        PostLists.in(request.state()).of(person),
                        request.query("max_id"),
                        Numbers.limit(request.query("count"), DEFAULT_COUNT, MOST))
                .map(page -> Answer.ok(json(page, MediaJson.in(request, session))))
                .orElseGet(FeedCalls::badCursor);
    }

    private static Answer badCursor() {
        return Refusals.badRequest("Invalid max_id");
    }

    private static Map<String, @Nullable Object> json(PostPage page, MediaJson media) {
        Map<String, @Nullable Object> body =
                Json.object("items", page.posts().stream().map(media::of).toList());
        page.addPaging(body);
        return body;
    }
}
