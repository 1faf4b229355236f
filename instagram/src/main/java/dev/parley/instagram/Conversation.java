package dev.parley.instagram;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in the inbox.
 *
 * @param people the others in it
 * @param request whether it waits among the message requests
 * @param unread null where the driver cannot tell
 * @param latest the newest messages, newest first; may be none
 */
public record Conversation(
        ThreadId id,
        List<Person> people,
        boolean request,
        @Nullable Boolean unread,
        @Nullable Instant lastActivity,
        List<Message> latest) {

    public Conversation {
        people = List.copyOf(people);
        latest = List.copyOf(latest);
    }
}
