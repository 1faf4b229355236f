package dev.parley.instagram.mobile;

import dev.parley.instagram.Media;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.Post;
import dev.parley.instagram.Profile;
import dev.parley.instagram.http.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads a media object. */
final class MediaDraft {

    private @Nullable MediaId id;
    private @Nullable String code;
    private @Nullable Profile owner;
    private @Nullable Long takenAt;
    private @Nullable String caption;
    private @Nullable Integer likeCount;
    private @Nullable Boolean liked;

    /** The post at the parser's place, or null if that is none. */
    static @Nullable Media read(JsonParser json) {
        MediaDraft draft = new MediaDraft();
        Json.eachField(json, name -> draft.field(name, json));
        return draft.media();
    }

    private void field(String name, JsonParser json) {
        switch (name) {
            case "id" -> id = Json.media(json);
            case "code" -> code = Json.text(json);
            case "user" -> owner = ProfileDraft.read(json);
            case "taken_at" -> takenAt = Json.number(json);
            case "like_count" -> likeCount = Json.count(json);
            case "has_liked" -> liked = Json.flag(json);
            case "caption" -> Json.eachField(json, part -> captionField(part, json));
            default -> json.skipChildren();
        }
    }

    private void captionField(String name, JsonParser json) {
        if (name.equals("text")) {
            caption = Json.text(json);
        } else {
            json.skipChildren();
        }
    }

    private @Nullable Media media() {
        Instant taken = Moment.ofSeconds(takenAt);
        if (id == null || code == null || !Post.isCode(code) || owner == null || taken == null) {
            return null;
        }
        return new Media(id, code, owner, taken, caption, likeCount == null ? 0 : likeCount, liked);
    }
}
