package dev.parley.instagram.mobile;

import dev.parley.instagram.MessageId;
import dev.parley.instagram.Sending.Sent;
import dev.parley.instagram.ThreadId;
import dev.parley.instagram.http.Json;
import dev.parley.instagram.http.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** What became of a message, in {@code payload}; only the message's own id is indispensable. */
final class SentReading implements Reading<Sent> {

    private static final int LONGEST_ID = 64;

    private @Nullable String message;
    private @Nullable String thread;
    private @Nullable Long timestamp;

    @Override
    public void field(String name, JsonParser json) {
        if (name.equals("payload")) {
            Json.eachField(json, part -> payloadField(part, json));
        } else {
            json.skipChildren();
        }
    }

    private void payloadField(String name, JsonParser json) {
        switch (name) {
            case "item_id" -> message = usable(Json.text(json));
            case "thread_id" -> thread = usable(Json.text(json));
            case "timestamp" -> timestamp = Json.number(json);
            default -> json.skipChildren();
        }
    }

    private static @Nullable String usable(@Nullable String id) {
        return id == null || id.isBlank() || id.length() > LONGEST_ID ? null : id;
    }

    @Override
    public @Nullable Sent result() {
        return message == null
                ? null
                : new Sent(
                        new MessageId(message),
                        thread == null ? null : new ThreadId(thread),
                        Moment.ofMicros(timestamp));
    }
}
