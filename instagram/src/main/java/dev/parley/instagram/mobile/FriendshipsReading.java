package dev.parley.instagram.mobile;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.http.Json;
import dev.parley.instagram.http.Reading;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Several friendships, in {@code friendship_statuses} by person. */
final class FriendshipsReading implements Reading<Map<PersonId, Friendship>> {

    private final Map<PersonId, Friendship> friendships = new HashMap<>();
    private boolean came;

    @Override
    public void field(String name, JsonParser json) {
        if (!name.equals("friendship_statuses")) {
            json.skipChildren();
            return;
        }
        came = json.isExpectedStartObjectToken();
        Json.eachField(json, person -> add(Json.person(person), FriendshipDraft.read(json)));
    }

    private void add(@Nullable PersonId person, @Nullable Friendship friendship) {
        if (person != null && friendship != null) {
            friendships.put(person, friendship);
        }
    }

    @Override
    public @Nullable Map<PersonId, Friendship> result() {
        return came ? Map.copyOf(friendships) : null;
    }
}
