package dev.parley.instagram.graph;

import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads profiles: the account's own, and those of people who have written to it. */
final class Profiles {

    private static final String INSTAGRAM_FIELDS =
            "id,user_id,username,name,account_type,profile_picture_url,followers_count,follows_count,media_count";
    private static final String FACEBOOK_FIELDS =
            "id,username,name,biography,profile_picture_url,followers_count,follows_count,media_count";
    private static final String PERSON_FIELDS =
            "name,username,profile_pic,follower_count,is_user_follow_business,is_business_follow_user,is_verified_user";

    private Profiles() {}

    /** @param account an account's number, or {@code me} */
    static GraphRequest own(GraphLogin login, String account) {
        String fields = switch (login) {
            case INSTAGRAM -> INSTAGRAM_FIELDS;
            case FACEBOOK -> FACEBOOK_FIELDS;
        };
        return GraphRequest.get(account, new Parameters().with("fields", fields));
    }

    static GraphRequest of(PersonId person) {
        return GraphRequest.get(person.value(), new Parameters().with("fields", PERSON_FIELDS));
    }

    /** Fact: with Instagram's login {@code id} is another number, which no other call knows; {@code user_id} is the account. */
    static @Nullable Profile ownIn(JsonNode answer) {
        JsonNode json = Fields.unwrapped(answer);
        PersonId number = Fields.person(json, "user_id");
        PersonId id = number == null ? Fields.person(json, "id") : number;
        String username = Fields.text(json, "username");
        if (id == null || username == null || username.isBlank()) {
            return null;
        }
        return new Profile(
                id,
                username.toLowerCase(Locale.ROOT),
                Fields.textOrEmpty(json, "name"),
                false,
                false,
                true,
                Fields.text(json, "biography"),
                Fields.count(json, "media_count"),
                Fields.count(json, "followers_count"),
                Fields.count(json, "follows_count"));
    }

    static @Nullable Profile personIn(Person asked, JsonNode json) {
        String username = Fields.text(json, "username");
        return new Profile(
                asked.id(),
                username == null || username.isBlank() ? asked.username() : username.toLowerCase(Locale.ROOT),
                Fields.textOrEmpty(json, "name"),
                false,
                Fields.isTrue(json, "is_verified_user"),
                false,
                null,
                null,
                Fields.count(json, "follower_count"),
                null);
    }
}
