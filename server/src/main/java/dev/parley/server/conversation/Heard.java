package dev.parley.server.conversation;

import dev.parley.instagram.Conversation;
import dev.parley.instagram.Message;
import java.util.List;

/**
 * What a reading found new in one conversation.
 *
 * @param messages newest first, back to what was known before; what was known among them and is missing here, was unsent
 */
record Heard(Conversation conversation, List<Message> messages) {

    Heard {
        messages = List.copyOf(messages);
    }
}
