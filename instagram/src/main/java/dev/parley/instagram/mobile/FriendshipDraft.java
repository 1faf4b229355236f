package dev.parley.instagram.mobile;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads the fields that say how the account stands to a person; only {@code following} is indispensable. */
final class FriendshipDraft {

    private boolean complete;
    private boolean following;
    private boolean requested;
    private boolean followedBy;
    private boolean blocking;
    private boolean isPrivate;

    /** The friendship at the parser's place, or null if that is none. */
    static @Nullable Friendship read(JsonParser json) {
        FriendshipDraft draft = new FriendshipDraft();
        Json.eachField(json, name -> draft.field(name, json));
        return draft.friendship();
    }

    void field(String name, JsonParser json) {
        switch (name) {
            case "following" -> {
                following = Json.flag(json);
                complete = true;
            }
            case "outgoing_request" -> requested = Json.flag(json);
            case "followed_by" -> followedBy = Json.flag(json);
            case "blocking" -> blocking = Json.flag(json);
            case "is_private" -> isPrivate = Json.flag(json);
            default -> json.skipChildren();
        }
    }

    @Nullable
    Friendship friendship() {
        return complete ? new Friendship(following, requested, followedBy, blocking, isPrivate) : null;
    }
}
