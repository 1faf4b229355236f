package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.state.Reel;
import dev.parley.sandbox.world.Story;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stories as the app shows them to one viewer. */
record ReelJson(UserJson users, MediaJson media) {

    static ReelJson in(AppRequest request, Session session) {
        return new ReelJson(UserJson.in(request), MediaJson.in(request, session));
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
                reel.seenUntil(),
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
}
