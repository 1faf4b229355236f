package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Story;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stories as the app shows them to one viewer. */
record ReelJson(SandboxState state, UserJson users, MediaJson media, long viewer) {

    static ReelJson in(AppRequest request, Session session) {
        return new ReelJson(
                request.state(),
                UserJson.in(request),
                MediaJson.in(request, session),
                session.account().id());
    }

    Map<String, @Nullable Object> inTray(Reel reel) {
        return Json.object(
                "id",
                reel.owner().id(),
                "reel_type",
                "user_reel",
                "user",
                users.brief(reel.owner()),
                "latest_reel_media",
                reel.latest().getEpochSecond(),
                "expiring_at",
                reel.stories().getLast().expiresAt().getEpochSecond(),
                "seen",
                seen(reel),
                "can_reply",
                reel.owner().takesMessages(),
                "can_reshare",
                true,
                "muted",
                false,
                "prefetch_count",
                0,
                "has_besties_media",
                false,
                "media_count",
                reel.stories().size(),
                "media_ids",
                reel.stories().stream().map(Story::pk).toList());
    }

    Map<String, @Nullable Object> whole(Reel reel) {
        Map<String, @Nullable Object> json = inTray(reel);
        json.put("items", reel.stories().stream().map(media::of).toList());
        return json;
    }

    /** The posting time of the newest story that the viewer has watched; zero if none. */
    private long seen(Reel reel) {
        return reel.stories().reversed().stream()
                .filter(story -> state.storyViews().hasSeen(viewer, story.pk()))
                .mapToLong(story -> story.takenAt().getEpochSecond())
                .findFirst()
                .orElse(0);
    }
}
