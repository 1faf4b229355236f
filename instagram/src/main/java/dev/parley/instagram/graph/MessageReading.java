package dev.parley.instagram.graph;

import dev.parley.instagram.Message;
import dev.parley.instagram.Message.Body;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.PersonId;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads messages. Fact: of all but the newest twenty of a conversation the API tells no more than that they exist. */
final class MessageReading {

    static final String FIELDS = "id,created_time,from,to,message,attachments,shares,story,is_unsupported";

    private final Account account;

    MessageReading(Account account) {
        this.account = account;
    }

    @Nullable
    Message message(JsonNode json) {
        MessageId id = Fields.message(json, "id");
        if (id == null) {
            return null;
        }
        JsonNode from = json.path("from");
        PersonId sender = Fields.person(from, "id");
        boolean own = account.is(sender, Fields.text(from, "username"));
        return new Message(id, own, sender, Fields.time(json, "created_time"), body(json), null);
    }

    private static Body body(JsonNode json) {
        String text = Fields.text(json, "message");
        if (text != null && !text.isEmpty()) {
            return new Body.Text(text);
        }
        JsonNode attachment = json.path("attachments").path("data").path(0);
        if (attachment.isObject()) {
            return attached(attachment);
        }
        if (json.path("shares").path("data").path(0).isObject()) {
            return new Body.Attachment(
                    "share", Fields.address(json.path("shares").path("data").path(0), "link"));
        }
        if (json.path("story").isObject()) {
            return new Body.Other("story");
        }
        return new Body.Other(Fields.isTrue(json, "is_unsupported") ? "unsupported" : "unknown");
    }

    private static Body attached(JsonNode json) {
        URI picture = Fields.address(json.path("image_data"), "url");
        if (picture != null) {
            return new Body.Attachment("image", picture);
        }
        URI film = Fields.address(json.path("video_data"), "url");
        return film == null
                ? new Body.Attachment("file", Fields.address(json, "file_url"))
                : new Body.Attachment("video", film);
    }
}
