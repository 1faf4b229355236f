package dev.parley.instagram.browser;

import dev.parley.instagram.Conversation;
import dev.parley.instagram.Message;
import dev.parley.instagram.Message.Body;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.Page;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.ThreadId;
import dev.parley.instagram.http.Json;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Conversations and messages in what the site's scripts load. What cannot be read of them is left out. */
final class ThreadReading {

    private static final int LONGEST_CURSOR = 1_000;

    private ThreadReading() {}

    static Page<Conversation> list(JsonNode answer, String me) {
        JsonNode inbox = answer.path("inbox");
        if (!inbox.path("threads").isArray()) {
            throw new Stopped(new Refusal.BadResponse("The answer has no conversations"));
        }
        return new Page<>(
                each(inbox.path("threads"))
                        .map(thread -> conversation(thread, me))
                        .filter(Objects::nonNull)
                        .toList(),
                next(inbox));
    }

    static Page<Message> messages(JsonNode thread, String me) {
        if (!thread.path("items").isArray()) {
            throw new Stopped(new Refusal.BadResponse("The answer has no messages"));
        }
        return new Page<>(items(thread, me), next(thread));
    }

    private static List<Message> items(JsonNode thread, String me) {
        return each(thread.path("items"))
                .map(item -> message(item, me))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return list.isArray() ? list.values().stream() : Stream.empty();
    }

    private static @Nullable String next(JsonNode part) {
        String cursor = part.path("oldest_cursor").asString("");
        boolean usable =
                part.path("has_older").asBoolean(true) && !cursor.isBlank() && cursor.length() <= LONGEST_CURSOR;
        return usable ? cursor : null;
    }

    private static @Nullable Conversation conversation(JsonNode thread, String me) {
        String id = number(thread.path("thread_id"));
        return id == null
                ? null
                : new Conversation(
                        new ThreadId(id),
                        each(thread.path("users"))
                                .map(ThreadReading::person)
                                .filter(Objects::nonNull)
                                .toList(),
                        thread.path("pending").asBoolean(false),
                        unread(thread.path("read_state")),
                        Moments.micros(thread.path("last_activity_at")),
                        items(thread, me));
    }

    private static @Nullable Boolean unread(JsonNode state) {
        return state.isNumber() ? Boolean.valueOf(state.asInt() != 0) : null;
    }

    private static @Nullable Person person(JsonNode user) {
        PersonId id = Json.person(user.path("pk").asString(null));
        String username = user.path("username").asString("").toLowerCase(Locale.ROOT);
        return id == null || username.isBlank() ? null : new Person(id, username);
    }

    private static @Nullable Message message(JsonNode item, String me) {
        String id = number(item.path("item_id"));
        PersonId sender = Json.person(item.path("user_id").asString(null));
        return id == null || sender == null
                ? null
                : new Message(
                        new MessageId(id),
                        sender.value().equals(me),
                        sender,
                        Moments.micros(item.path("timestamp")),
                        body(item),
                        null);
    }

    private static Body body(JsonNode item) {
        String type = item.path("item_type").asString("text");
        String text =
                item.path(type.equals("link") ? "link" : "text").path("text").asString(null);
        String plain = type.equals("text") ? item.path("text").asString(null) : text;
        return plain == null ? new Body.Other(type) : new Body.Text(plain);
    }

    private static @Nullable String number(JsonNode node) {
        String digits = node.asString("");
        return digits.matches("[0-9]{1,64}") ? digits : null;
    }
}
