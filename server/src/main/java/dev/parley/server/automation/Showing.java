package dev.parley.server.automation;

import dev.parley.instagram.MediaId;
import dev.parley.instagram.Story;
import dev.parley.server.bot.Action;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far one person's stories have been watched: one story after the other, each counted and looked after by itself.
 *
 * @param watched how many so far
 * @param until the posting time of the last that was; null at the beginning
 */
record Showing(int watched, @Nullable Instant until) {

    private static final int MOST = 10;

    private static final String WATCHED = "watched";
    private static final String UNTIL = "until";
    private static final String STORY = "story";
    private static final String TAKEN_AT = "taken_at";
    private static final String EXPIRES_AT = "expires_at";

    static Showing of(Action action) {
        var payload = action.payload();
        var until = payload.get(UNTIL);
        return new Showing(
                Integer.parseInt(payload.getOrDefault(WATCHED, "0")), until == null ? null : Instant.parse(until));
    }

    boolean isStillToWatch(Story story) {
        return !Boolean.TRUE.equals(story.seen())
                && (until == null || story.takenAt().isAfter(until));
    }

    Showing after(Story story) {
        return new Showing(watched + 1, story.takenAt());
    }

    boolean hasBegun() {
        return watched > 0;
    }

    boolean isLongEnough() {
        return watched >= MOST;
    }

    Map<String, String> payload() {
        var payload = new HashMap<>(Map.of(WATCHED, String.valueOf(watched)));
        if (until != null) {
            payload.put(UNTIL, until.toString());
        }
        return payload;
    }

    Map<String, String> payload(Story story) {
        var payload = new HashMap<>(payload());
        payload.put(STORY, story.id().value());
        payload.put(TAKEN_AT, story.takenAt().toString());
        payload.put(EXPIRES_AT, story.expiresAt().toString());
        return payload;
    }

    /** The story that an action is about. */
    static Story story(Action action) {
        var payload = action.payload();
        return new Story(
                new MediaId(Objects.requireNonNull(payload.get(STORY))),
                ActedUpon.by(action),
                Instant.parse(Objects.requireNonNull(payload.get(TAKEN_AT))),
                Instant.parse(Objects.requireNonNull(payload.get(EXPIRES_AT))),
                null);
    }
}
