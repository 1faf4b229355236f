package dev.parley.sandbox.website.story;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.Reel;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.Ids;
import dev.parley.sandbox.website.page.PersonJson;
import dev.parley.sandbox.website.page.Replies;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.world.Story;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data of the tray and of people's stories, and the reports of what was watched. */
public final class StoryCalls {
    private StoryCalls() {}

    public static void addTo(WebRoutes routes) {
        routes.get("/api/v1/feed/reels_tray", Call.STORIES, StoryCalls::tray);
        routes.get("/api/v1/feed/reels_media", Call.STORIES, StoryCalls::ofPerson);
        routes.post("/api/v1/stories/reel/seen", Call.STORY_SEEN, StoryCalls::seen);
    }

    private static Answer tray(Visit visit, Session session) {
        return Replies.ok(
                "tray",
                Reel.tray(session.account().person(), visit.state()).stream()
                        .map(StoryCalls::brief)
                        .toList());
    }

    /** Without the person if they show nothing. */
    private static Answer ofPerson(Visit visit, Session session) {
        Map<String, @Nullable Object> reels = new HashMap<>();
        visit.state()
                .person(Ids.idOrNone(visit.query("reel_ids")))
                .filter(person -> !person.deleted())
                .map(person -> Reel.of(person, session.account().id(), visit.state()))
                .filter(reel -> !reel.stories().isEmpty())
                .ifPresent(reel -> reels.put(Long.toString(reel.owner().id()), whole(reel)));
        return Replies.ok("reels", reels, "reels_media", List.copyOf(reels.values()));
    }

    private static Map<String, @Nullable Object> brief(Reel reel) {
        return Json.object(
                "id",
                Long.toString(reel.owner().id()),
                "reel_type",
                "user_reel",
                "user",
                PersonJson.of(reel.owner()),
                "latest_reel_media",
                reel.latest().getEpochSecond(),
                "expiring_at",
                reel.stories().getLast().expiresAt().getEpochSecond(),
                "seen",
                reel.seenUntil(),
                "media_count",
                reel.stories().size());
    }

    private static Map<String, @Nullable Object> whole(Reel reel) {
        Map<String, @Nullable Object> json = brief(reel);
        json.put("items", reel.stories().stream().map(StoryCalls::item).toList());
        return json;
    }

    private static Map<String, @Nullable Object> item(Story story) {
        return Json.object(
                "pk",
                Long.toString(story.pk()),
                "id",
                story.id(),
                "taken_at",
                story.takenAt().getEpochSecond(),
                "expiring_at",
                story.expiresAt().getEpochSecond(),
                "user",
                PersonJson.of(story.owner()));
    }

    private static Answer seen(Visit visit, Session session) {
        SandboxState state = visit.state();
        state.world()
                .stories()
                .story(Ids.idOrNone(visit.field("reelMediaId")), state.clock().instant())
                .ifPresent(story -> state.storyViews()
                        .watch(session.account().id(), story, visit.takesEffect(), state.now(), state.journal()));
        return Replies.ok();
    }
}
