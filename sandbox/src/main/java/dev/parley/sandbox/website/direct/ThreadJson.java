package dev.parley.sandbox.website.direct;

import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.message.Conversation;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.PersonJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conversations as the site's scripts load them, for one viewer: with the usernames that its pages do not show. */
record ThreadJson(SandboxState state, long viewer) {
    private static final long MICROS = 1_000;

    /** With its newest messages. */
    Map<String, @Nullable Object> of(Conversation chat) {
        return json(chat, chat.newest(), false);
    }

    /** With the messages before the cursor; that of the next page is the oldest message of this one. */
    Map<String, @Nullable Object> page(Conversation chat, String cursor) {
        List<Message> rest = chat.newest().stream()
                .filter(message -> cursor.isEmpty() || message.id().compareTo(cursor) < 0)
                .toList();
        return json(chat, rest.subList(0, Math.min(Chat.SHOWN, rest.size())), rest.size() > Chat.SHOWN);
    }

    private Map<String, @Nullable Object> json(Conversation chat, List<Message> messages, boolean older) {
        Map<String, @Nullable Object> thread = Json.object(
                "thread_id", chat.id().text(),
                "users", state.person(chat.other()).map(PersonJson::of).stream().toList(),
                "pending", chat.request(),
                "read_state", chat.unread() > 0 ? 1 : 0,
                "last_activity_at", chat.last().at() * MICROS,
                "items", messages.stream().map(ThreadJson::of).toList(),
                "has_older", older);
        if (older) {
            thread.put("oldest_cursor", messages.getLast().id());
        }
        return thread;
    }

    static Map<String, @Nullable Object> of(Message message) {
        return Json.object(
                "item_id",
                message.id(),
                "user_id",
                Long.toString(message.sender()),
                "item_type",
                "text",
                "text",
                Chat.text(message),
                "client_context",
                message.token(),
                "timestamp",
                Long.toString(message.at() * MICROS));
    }
}
