package dev.parley.server.conversation;

import dev.parley.server.message.Undelivered.Place;
import dev.parley.server.web.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where in a conversation, newest first, a page ended. What was said at a moment comes before what was to be sent then. */
record SpokenPosition(Cursor last) {

    private static final String ATTEMPT = "~";
    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    /** Null where the conversation begins; refuses what no page gave as its cursor. */
    static @Nullable SpokenPosition ofNullable(@Nullable String cursor) {
        var position = Cursor.ofNullable(cursor);
        return position == null ? null : new SpokenPosition(position);
    }

    static String after(SpokenView last) {
        var said = last.instagramId();
        return new Cursor(last.at(), said == null ? ATTEMPT + last.id() : said).toString();
    }

    Instant at() {
        return last.at();
    }

    /** No id comes before the empty one. */
    String said() {
        return isAttempt() ? "" : last.id();
    }

    Place attempt() {
        return new Place(
                at(), isAttempt() ? new Cursor(at(), last.id().substring(ATTEMPT.length())).uuid() : BEHIND_ALL);
    }

    private boolean isAttempt() {
        return last.id().startsWith(ATTEMPT);
    }
}
