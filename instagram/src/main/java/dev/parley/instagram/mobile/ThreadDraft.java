package dev.parley.instagram.mobile;

import dev.parley.instagram.Conversation;
import dev.parley.instagram.Message;
import dev.parley.instagram.Page;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.instagram.ThreadId;
import dev.parley.instagram.http.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads a conversation and the messages that come with it. */
final class ThreadDraft {

    private static final long UNREAD = 1;
    private static final int LONGEST_ID = 64;

    private final PersonId account;
    private final List<Person> people = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private @Nullable String id;
    private boolean pending;
    private @Nullable Long readState;
    private @Nullable Long lastActivity;
    private @Nullable String cursor;
    private boolean older = true;
    private boolean itemsCame;

    private ThreadDraft(PersonId account) {
        this.account = account;
    }

    static ThreadDraft read(JsonParser json, PersonId account) {
        ThreadDraft draft = new ThreadDraft(account);
        Json.eachField(json, name -> draft.field(name, json));
        return draft;
    }

    private void field(String name, JsonParser json) {
        switch (name) {
            case "thread_id" -> id = Json.text(json);
            case "users" -> Json.eachItem(json, () -> addPerson(ProfileDraft.read(json)));
            case "pending" -> pending = Json.flag(json);
            case "read_state" -> readState = Json.number(json);
            case "last_activity_at" -> lastActivity = Json.number(json);
            case "items" -> items(json);
            case "oldest_cursor" -> cursor = Json.text(json);
            case "has_older" -> older = Json.flag(json);
            default -> json.skipChildren();
        }
    }

    private void items(JsonParser json) {
        itemsCame = json.isExpectedStartArrayToken();
        Json.eachItem(json, () -> addMessage(ItemDraft.read(json).message(account)));
    }

    private void addPerson(@Nullable Profile profile) {
        if (profile != null) {
            people.add(profile.person());
        }
    }

    private void addMessage(@Nullable Message message) {
        if (message != null) {
            messages.add(message);
        }
    }

    /** Null if it has no name that could be used in a path. */
    @Nullable
    Conversation conversation() {
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            return null;
        }
        Boolean unread = readState == null ? null : readState == UNREAD;
        return new Conversation(new ThreadId(id), people, pending, unread, Moment.ofMicros(lastActivity), messages);
    }

    /** Null if no list of messages came. */
    @Nullable
    Page<Message> messages() {
        return itemsCame ? new Page<>(messages, older ? Cursor.orNull(cursor) : null) : null;
    }
}
