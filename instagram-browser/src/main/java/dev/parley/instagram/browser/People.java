package dev.parley.instagram.browser;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.browser.page.Address;
import dev.parley.instagram.http.Json;
import dev.parley.instagram.http.Quote;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who people are and how the account stands to them, as the site's own scripts ask it: a page shows no numbers. */
final class People {

    private static final int NOT_FOUND = 404;
    private static final int MOST_AT_ONCE = 100;

    private final Seat seat;

    People(Seat seat) {
        this.seat = seat;
    }

    Outcome<Profile> named(String username) {
        String name = plain(username);
        return Address.isUsername(name)
                ? seat.read("person", errand -> profile(errand, name))
                : Seat.refused(new Refusal.InvalidTarget(
                        "Not an Instagram username; nothing was asked: " + Quote.of(username)));
    }

    private static String plain(String username) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        return name.startsWith("@") ? name.substring(1) : name;
    }

    static Profile profile(Errand errand, String name) {
        Said said = new SiteCalls(errand).exchange("/api/v1/users/web_profile_info/?username=" + name, null);
        JsonNode json = said.json();
        if (said.status() == NOT_FOUND && json == null) {
            throw nobody(name);
        }
        if (json == null || !said.agrees()) {
            throw new Stopped(Complaints.refusal(said));
        }
        JsonNode user = json.path("data").path("user");
        if (user.isNull()) {
            throw nobody(name);
        }
        Profile profile = read(user);
        if (profile == null || !profile.username().equals(name)) {
            throw new Stopped(new Refusal.BadResponse("The answer is not about " + name));
        }
        return profile;
    }

    private static Stopped nobody(String name) {
        return new Stopped(new Refusal.UserNotFound("Instagram knows no " + name));
    }

    private static @Nullable Profile read(JsonNode user) {
        PersonId id = Json.person(user.path("id").asString(null));
        return id == null
                ? null
                : new Profile(
                        id,
                        user.path("username").asString("").toLowerCase(Locale.ROOT),
                        user.path("full_name").asString(""),
                        user.path("is_private").asBoolean(false),
                        user.path("is_verified").asBoolean(false),
                        user.path("is_business_account").asBoolean(false),
                        user.path("biography").asString(null),
                        count(user.path("edge_owner_to_timeline_media")),
                        count(user.path("edge_followed_by")),
                        count(user.path("edge_follow")));
    }

    /** Somebody as lists and posts name them; null if they do not. */
    static @Nullable Profile brief(JsonNode user) {
        PersonId id = Json.person(user.path("pk").asString(null));
        String username = user.path("username").asString("").toLowerCase(Locale.ROOT);
        return id == null || username.isBlank()
                ? null
                : new Profile(
                        id,
                        username,
                        user.path("full_name").asString(""),
                        user.path("is_private").asBoolean(false),
                        user.path("is_verified").asBoolean(false),
                        false,
                        null,
                        null,
                        null,
                        null);
    }

    private static @Nullable Integer count(JsonNode edge) {
        int count = edge.path("count").asInt(-1);
        return count < 0 ? null : count;
    }

    Outcome<Friendship> friendship(Person person) {
        return seat.read("friendship", errand -> friendship(errand, person));
    }

    static Friendship friendship(Errand errand, Person person) {
        Friendship friendship = friendships(errand, person.id().value()).get(person.id());
        if (friendship == null) {
            throw nobody(person.username());
        }
        return friendship;
    }

    /** @throws IllegalArgumentException for more than 100 people */
    Outcome<Map<PersonId, Friendship>> friendships(Collection<Person> people) {
        if (people.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("at most " + MOST_AT_ONCE + " people at once, not " + people.size());
        }
        String ids = people.stream().map(person -> person.id().value()).collect(Collectors.joining(","));
        return people.isEmpty()
                ? new Outcome.Done<>(Map.of())
                : seat.read("friendships", errand -> friendships(errand, ids));
    }

    private static Map<PersonId, Friendship> friendships(Errand errand, String ids) {
        JsonNode statuses = new SiteCalls(errand)
                .read("/api/v1/friendships/show_many/", "user_ids=" + ids.replace(",", "%2C"))
                .path("friendship_statuses");
        if (!statuses.isObject()) {
            throw new Stopped(new Refusal.BadResponse("The answer has no friendships"));
        }
        Map<PersonId, Friendship> friendships = new LinkedHashMap<>();
        statuses.properties().forEach(status -> {
            PersonId id = Json.person(status.getKey());
            if (id != null) {
                friendships.put(id, friendship(status.getValue()));
            }
        });
        return friendships;
    }

    private static Friendship friendship(JsonNode status) {
        return new Friendship(
                status.path("following").asBoolean(false),
                status.path("outgoing_request").asBoolean(false),
                status.path("followed_by").asBoolean(false),
                status.path("blocking").asBoolean(false),
                status.path("is_private").asBoolean(false));
    }
}
