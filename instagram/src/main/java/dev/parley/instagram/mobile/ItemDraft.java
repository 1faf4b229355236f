package dev.parley.instagram.mobile;

import dev.parley.instagram.Message;
import dev.parley.instagram.Message.Body;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.http.Json;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one message. Fact: what it holds is in a field that is called like its {@code item_type}. */
final class ItemDraft {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TYPE = 100;

    private @Nullable String id;
    private @Nullable PersonId sender;
    private @Nullable Long timestamp;
    private @Nullable String type;
    private @Nullable String text;
    private @Nullable String linkText;
    private @Nullable String token;
    private @Nullable Boolean own;
    private @Nullable URI address;

    static ItemDraft read(JsonParser json) {
        ItemDraft draft = new ItemDraft();
        Json.eachField(json, name -> draft.field(name, json));
        return draft;
    }

    private void field(String name, JsonParser json) {
        switch (name) {
            case "item_id" -> id = Json.text(json);
            case "user_id" -> sender = Json.person(json);
            case "timestamp" -> timestamp = Json.number(json);
            case "item_type" -> type = Json.text(json);
            case "client_context" -> token = Json.text(json);
            case "is_sent_by_viewer" -> own = Json.flag(json);
            case "text" -> text = Json.text(json);
            case "link" -> Json.eachField(json, part -> linkField(part, json));
            case "media", "voice_media", "visual_media" -> searchForAddress(json);
            default -> json.skipChildren();
        }
    }

    private void linkField(String name, JsonParser json) {
        if (name.equals("text")) {
            linkText = Json.text(json);
        } else {
            json.skipChildren();
        }
    }

    /** The first address anywhere inside: pictures, films and recordings keep it at different depths. */
    private void searchForAddress(JsonParser json) {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            Json.eachItem(json, () -> searchForAddress(json));
            return;
        }
        Json.eachField(json, name -> {
            if (address == null && (name.equals("url") || name.equals("audio_src"))) {
                address = address(Json.text(json));
            } else {
                searchForAddress(json);
            }
        });
    }

    private static @Nullable URI address(@Nullable String text) {
        try {
            return text == null ? null : new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Null if it has no name. */
    @Nullable
    Message message(PersonId account) {
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            return null;
        }
        boolean mine = own == null ? account.equals(sender) : own;
        return new Message(new MessageId(id), mine, sender, Moment.ofMicros(timestamp), body(), token());
    }

    private Body body() {
        String kind = type == null || type.length() > LONGEST_TYPE ? "unknown" : type;
        return switch (kind) {
            case "text" -> text == null ? new Body.Other(kind) : new Body.Text(text);
            case "link" -> linkText == null ? new Body.Other(kind) : new Body.Text(linkText);
            case "media", "voice_media", "raven_media" -> new Body.Attachment(kind, address);
            default -> new Body.Other(kind);
        };
    }

    private @Nullable MessageToken token() {
        return token != null && MessageToken.isToken(token) ? new MessageToken(token) : null;
    }
}
