package dev.parley.instagram.mobile;

import dev.parley.instagram.Media;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.Post;
import dev.parley.instagram.Profile;
import dev.parley.instagram.http.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a media object. */
final class MediaDraft {

    private @Nullable MediaId id;
    private @Nullable String code;
    private @Nullable Profile owner;
    private @Nullable Long takenAt;
    private @Nullable String caption;
    private @Nullable Integer likeCount;
    private @Nullable Boolean liked;
    private boolean paidFor;

    /** The post at the parser's place, or null if that is none. */
    static @Nullable Media read(JsonParser json) {
        MediaDraft draft = new MediaDraft();
        Json.eachField(json, name -> draft.field(name, json));
        return draft.media();
    }

    /** The same, or null if it was paid for. */
    static @Nullable Media readUnlessAd(JsonParser json) {
        MediaDraft draft = new MediaDraft();
        Json.eachField(json, name -> draft.field(name, json));
        return draft.paidFor ? null : draft.media();
    }

    private void field(String name, JsonParser json) {
        switch (name) {
            case "id" -> id = Json.media(json);
            case "code" -> code = Json.text(json);
            case "user" -> owner = ProfileDraft.read(json);
            case "taken_at" -> takenAt = Json.number(json);
            case "like_count" -> likeCount = Json.count(json);
            case "has_liked" -> liked = Json.flag(json);
            case "ad_id", "ad_action", "dr_ad_type", "injected" -> paidFor |= holdsSomething(json);
            case "caption" -> Json.eachField(json, part -> captionField(part, json));
            default -> json.skipChildren();
        }
    }

    /** Source of the fact that such fields mark an ad: instagram-private-api's type of a feed's item. */
    private static boolean holdsSomething(JsonParser json) {
        boolean whole = json.currentToken() == JsonToken.START_OBJECT;
        String text = Json.text(json);
        return whole || (text != null && !text.isEmpty() && !text.equals("0") && !text.equals("false"));
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
