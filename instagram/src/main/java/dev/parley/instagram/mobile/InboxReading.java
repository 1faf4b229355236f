package dev.parley.instagram.mobile;

import dev.parley.instagram.Conversation;
import dev.parley.instagram.Page;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.http.Json;
import dev.parley.instagram.http.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** A page of conversations in {@code inbox}. Fact: not every answer says whether there are older ones; the cursor decides. */
final class InboxReading implements Reading<Page<Conversation>> {

    private final PersonId account;
    private final List<Conversation> found = new ArrayList<>();
    private @Nullable String cursor;
    private boolean older = true;
    private boolean came;

    InboxReading(PersonId account) {
        this.account = account;
    }

    @Override
    public void field(String name, JsonParser json) {
        if (name.equals("inbox")) {
            Json.eachField(json, part -> inboxField(part, json));
        } else {
            json.skipChildren();
        }
    }

    private void inboxField(String name, JsonParser json) {
        switch (name) {
            case "threads" -> {
                came = json.isExpectedStartArrayToken();
                Json.eachItem(json, () -> add(ThreadDraft.read(json, account).conversation()));
            }
            case "oldest_cursor" -> cursor = Json.text(json);
            case "has_older" -> older = Json.flag(json);
            default -> json.skipChildren();
        }
    }

    private void add(@Nullable Conversation conversation) {
        if (conversation != null) {
            found.add(conversation);
        }
    }

    @Override
    public @Nullable Page<Conversation> result() {
        return came ? new Page<>(found, older ? Cursor.orNull(cursor) : null) : null;
    }
}
