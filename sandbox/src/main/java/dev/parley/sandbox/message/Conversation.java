package dev.parley.sandbox.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of the two sees it.
 *
 * @param other the id of the other one
 * @param request whether it waits among the message requests
 * @param newest the newest messages, newest first; at least one
 * @param unread how many of the other's messages were not read yet
 * @param readUpTo the last message that the viewer has read
 * @param otherReadUpTo the last message that the other has read
 */
public record Conversation(
        ThreadId id,
        long other,
        boolean request,
        List<Message> newest,
        int unread,
        @Nullable String readUpTo,
        @Nullable String otherReadUpTo) {

    public Message last() {
        return newest.getFirst();
    }
}
