package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.Reel;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Stories: the tray, one person's, and telling that they were watched. */
final class StoryCalls {

    private StoryCalls() {}

    static void addTo(AppRoutes routes) {
        routes.post("/feed/reels_tray", Call.STORIES, StoryCalls::tray);
        routes.get("/feed/reels_tray", Call.STORIES, StoryCalls::tray);
        routes.get("/feed/user/{id}/story", Call.STORIES, StoryCalls::ofPerson);
        routes.postV2("/media/seen", Call.STORY_SEEN, StoryCalls::seen);
    }

    /** Those whom the account follows, the newest story first. */
    private static Answer tray(AppRequest request, Session session) {
        ReelJson reels = ReelJson.in(request, session);
        List<Map<String, @Nullable Object>> tray = Reel.tray(session.account().person(), request.state()).stream()
                .map(reels::inTray)
                .toList();
        return Answer.ok(Json.object(
                "tray",
                tray,
                "broadcasts",
                List.of(),
                "story_ranking_token",
                session.mid(),
                "sticker_version",
                1,
                "status",
                "ok"));
    }

    private static Answer ofPerson(AppRequest request, Session session) {
        Person person = request.state()
                .person(request.idInPath("id"))
                .filter(found -> !found.deleted())
                .orElse(null);
        if (person == null) {
            return Refusals.userNotFound();
        }
        Reel reel = Reel.of(person, session.account().id(), request.state());
        return Answer.ok(Json.object(
                "broadcast",
                null,
                "reel",
                reel.stories().isEmpty() ? null : ReelJson.in(request, session).whole(reel),
                "status",
                "ok"));
    }

    /** {@code reels} maps {@code pk_owner_owner} to moments; stories that nobody shows any more are passed over. */
    private static Answer seen(AppRequest request, Session session) {
        SandboxState state = request.state();
        for (String key : watched(request)) {
            state.world()
                    .stories()
                    .story(Numbers.mediaIdOrNone(key), state.clock().instant())
                    .ifPresent(story -> state.storyViews()
                            .watch(session.account().id(), story, request.takesEffect(), state.now(), state.journal()));
        }
        return Answer.ok(Json.object("status", "ok"));
    }

    private static Iterable<String> watched(AppRequest request) {
        try {
            return Json.read(request.field("reels")).propertyNames();
        } catch (JacksonException e) {
            throw new MalformedBody(e);
        }
    }
}
