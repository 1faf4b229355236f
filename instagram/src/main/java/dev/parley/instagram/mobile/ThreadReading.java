package dev.parley.instagram.mobile;

import dev.parley.instagram.Message;
import dev.parley.instagram.Page;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.http.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** The messages of one conversation in {@code thread}. */
final class ThreadReading implements Reading<Page<Message>> {

    private final PersonId account;
    private @Nullable Page<Message> messages;

    ThreadReading(PersonId account) {
        this.account = account;
    }

    @Override
    public void field(String name, JsonParser json) {
        if (name.equals("thread")) {
            messages = ThreadDraft.read(json, account).messages();
        } else {
            json.skipChildren();
        }
    }

    @Override
    public @Nullable Page<Message> result() {
        return messages;
    }
}
