package dev.parley.bench.week;

import dev.parley.bench.JsonCalls;
import java.time.Instant;
import java.util.Map;

/**
 * An account, and whoever works it.
 *
 * @param id the server's
 * @param isLimited whether its owner halves its limits in the middle of the week
 * @param isBlocked whether Instagram blocks it for a while
 */
record Worker(String name, String id, JsonCalls owner, Hours hours, boolean isLimited, boolean isBlocked) {

    /** What accounts do, by the name of its limit. */
    enum Kind {
        FOLLOW("Follows", "follow", "follow-hashtag", 5, 20, 20),
        LIKE("Likes", "like", "like-hashtag", 8, 40, 40),
        STORY("Stories", "story_view", "view-stories", 10, 40, 15);

        private final String words;
        private final String limit;
        private final String job;
        private final int hour;
        private final int day;
        private final int people;

        Kind(String words, String limit, String job, int hour, int day, int people) {
            this.words = words;
            this.limit = limit;
            this.job = job;
            this.hour = hour;
            this.day = day;
            this.people = people;
        }

        String words() {
            return words;
        }

        String limit() {
            return limit;
        }

        int hour() {
            return hour;
        }

        int day() {
            return day;
        }
    }

    /** Its jobs of one day. */
    void order(String hashtag) {
        for (var kind : Kind.values()) {
            owner.post(
                    "/api/bot/actions/" + kind.job,
                    Map.of("account_id", id, "hashtag", hashtag, "amount", kind.people));
        }
    }

    /** In an hour, and with {@code day} in a day. */
    int limit(Kind kind, Instant at, Instant limitedFrom, boolean day) {
        var whole = day ? kind.day() : kind.hour();
        return isLimited && !at.isBefore(limitedFrom) ? whole / 2 : whole;
    }
}
