package dev.parley.instagram.mobile;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.PersonId;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Looking at and changing how the account stands to people. A change is one request: no look before it, no repeat after it. */
final class Friendships {

    private static final int MOST_AT_ONCE = 100;

    private final Line line;
    private final Device device;
    private final PersonId account;

    Friendships(Line line, Device device, PersonId account) {
        this.line = line;
        this.device = device;
        this.account = account;
    }

    Outcome<Friendship> with(PersonId person) {
        return line.ask(
                AppRequest.get("friendships/show/" + person.value() + "/?is_external_deeplink_profile_view=false"),
                new FriendshipReading());
    }

    Outcome<Map<PersonId, Friendship>> withEach(Collection<PersonId> people) {
        if (people.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("at most " + MOST_AT_ONCE + " people at once, not " + people.size());
        }
        if (people.isEmpty()) {
            return new Outcome.Done<>(Map.of());
        }
        Fields fields = new Fields()
                .with("user_ids", people.stream().map(PersonId::value).collect(Collectors.joining(",")))
                .with("_uuid", device.uuid());
        return line.ask(AppRequest.form("friendships/show_many/", fields), new FriendshipsReading());
    }

    Outcome<Friendship> follow(PersonId person) {
        return change(
                "create",
                person,
                action(person).with("include_follow_friction_check", "1").with("container_module", "profile"));
    }

    Outcome<Friendship> unfollow(PersonId person) {
        return change("destroy", person, action(person).with("container_module", "profile"));
    }

    private Outcome<Friendship> change(String verb, PersonId person, Fields fields) {
        return line.ask(
                AppRequest.signed("friendships/" + verb + "/" + person.value() + "/", fields), new FriendshipReading());
    }

    private Fields action(PersonId person) {
        return new Fields()
                .with("_uuid", device.uuid())
                .with("_uid", account.value())
                .with("device_id", device.androidId())
                .with("radio_type", "wifi-none")
                .with("user_id", person.value());
    }
}
