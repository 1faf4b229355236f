package dev.parley.server.conversation;

import dev.parley.server.core.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as people and programs see it.
 *
 * @param username of the account whose inbox it is in
 * @param person with whom, where it is one person
 * @param people all others in it
 * @param request whether it waits among the message requests
 * @param lastText what was said last
 * @param lastOwn whether the account said it
 * @param seenAt up to when they have read, where Instagram tells it
 * @param assignee the member who looks after it
 */
public record ConversationView(
        ConversationId id,
        AccountId accountId,
        String username,
        @Nullable String person,
        List<String> people,
        boolean request,
        boolean unread,
        Instant lastAt,
        String lastText,
        boolean lastOwn,
        @Nullable Instant seenAt,
        @Nullable Assignee assignee) {

    public record Assignee(String id, String username) {}

    /** To whom an answer goes; empty where nobody is left. */
    String recipient() {
        return people.isEmpty() ? "" : people.getFirst();
    }

    /** With whom, in words. */
    public String title() {
        return people.isEmpty() ? "Nobody any more" : "@" + String.join(", @", people);
    }
}
