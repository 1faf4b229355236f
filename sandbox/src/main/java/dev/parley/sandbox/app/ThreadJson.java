package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.message.Conversation;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conversations as the app shows them to one viewer. */
record ThreadJson(SandboxState state, UserJson users, long viewer) {
    private static final long MICROS = 1_000;
    private static final List<String> NEVER = List.of(
            "muted",
            "named",
            "archived",
            "vc_muted",
            "is_group",
            "mentions_muted",
            "approval_required_for_new_members",
            "spam",
            "marked_as_unread",
            "has_newer",
            "is_pin",
            "valued_request");

    static ThreadJson in(AppRequest request, Session session) {
        return new ThreadJson(
                request.state(), UserJson.in(request), session.account().id());
    }

    /** With the messages that the conversation brings, and a cursor to the older ones. */
    Map<String, @Nullable Object> of(Conversation chat) {
        Map<String, @Nullable Object> thread = about(chat);
        ItemJson items = new ItemJson(viewer);
        thread.put("items", chat.newest().stream().map(items::of).toList());
        thread.put("last_permanent_item", items.of(chat.last()));
        thread.put("has_older", false);
        thread.put("newest_cursor", chat.last().id());
        thread.put("oldest_cursor", chat.newest().getLast().id());
        return thread;
    }

    private Map<String, @Nullable Object> about(Conversation chat) {
        Person other = state.person(chat.other()).orElseThrow();
        Map<String, @Nullable Object> thread = Json.object(
                "thread_id", chat.id().text(),
                "thread_v2_id", chat.id().text(),
                "users", List.of(users.brief(other)),
                "left_users", List.of(),
                "admin_user_ids", List.of(),
                "inviter", users.brief(other),
                "last_activity_at", chat.last().at() * MICROS,
                "thread_title", other.fullName(),
                "thread_type", "private",
                "viewer_id", viewer,
                "pending", chat.request(),
                "folder", chat.request() ? 1 : 0,
                "input_mode", 0,
                "read_state", chat.unread() > 0 ? 1 : 0,
                "last_seen_at", lastSeen(chat));
        for (String flag : NEVER) {
            thread.put(flag, false);
        }
        thread.put("canonical", true);
        return thread;
    }

    private Map<String, @Nullable Object> lastSeen(Conversation chat) {
        Map<String, @Nullable Object> seen = Json.object();
        addSeen(seen, viewer, chat.readUpTo(), chat);
        addSeen(seen, chat.other(), chat.otherReadUpTo(), chat);
        return seen;
    }

    private static void addSeen(
            Map<String, @Nullable Object> seen, long person, @Nullable String upTo, Conversation chat) {
        chat.newest().stream()
                .filter(message -> message.id().equals(upTo))
                .findFirst()
                .ifPresent(message -> seen.put(Long.toString(person), seen(message)));
    }

    private static Map<String, @Nullable Object> seen(Message message) {
        return Json.object(
                "timestamp",
                Long.toString(message.at() * MICROS),
                "item_id",
                message.id(),
                "shh_seen_state",
                Json.object());
    }
}
