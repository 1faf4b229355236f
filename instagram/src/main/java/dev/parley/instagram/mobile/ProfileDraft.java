package dev.parley.instagram.mobile;

import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.instagram.http.Json;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads a user object. Fact: a number {@code pk} and a name are all that can be relied on; an {@code id} wins over it. */
final class ProfileDraft {

    private @Nullable PersonId pk;
    private @Nullable PersonId id;
    private @Nullable String username;
    private @Nullable String fullName;
    private boolean isPrivate;
    private boolean isVerified;
    private boolean isBusiness;
    private @Nullable String biography;
    private @Nullable Integer mediaCount;
    private @Nullable Integer followerCount;
    private @Nullable Integer followingCount;

    /** The person at the parser's place, or null if number or name is missing. */
    static @Nullable Profile read(JsonParser json) {
        ProfileDraft draft = new ProfileDraft();
        Json.eachField(json, name -> draft.field(name, json));
        return draft.profile();
    }

    private void field(String name, JsonParser json) {
        switch (name) {
            case "pk" -> pk = Json.person(json);
            case "id" -> id = Json.person(json);
            case "username" -> username = Json.text(json);
            case "full_name" -> fullName = Json.text(json);
            case "is_private" -> isPrivate = Json.flag(json);
            case "is_verified" -> isVerified = Json.flag(json);
            case "is_business" -> isBusiness = Json.flag(json);
            case "biography" -> biography = Json.text(json);
            case "media_count" -> mediaCount = Json.count(json);
            case "follower_count" -> followerCount = Json.count(json);
            case "following_count" -> followingCount = Json.count(json);
            default -> json.skipChildren();
        }
    }

    private @Nullable Profile profile() {
        PersonId number = id == null ? pk : id;
        if (number == null || username == null || username.isBlank()) {
            return null;
        }
        return new Profile(
                number,
                username.toLowerCase(Locale.ROOT),
                fullName == null ? "" : fullName,
                isPrivate,
                isVerified,
                isBusiness,
                biography,
                mediaCount,
                followerCount,
                followingCount);
    }
}
