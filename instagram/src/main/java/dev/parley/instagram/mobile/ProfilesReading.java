package dev.parley.instagram.mobile;

import dev.parley.instagram.Page;
import dev.parley.instagram.Profile;
import dev.parley.instagram.http.Json;
import dev.parley.instagram.http.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** A page of people in {@code users}; the last page has no {@code next_max_id}. */
final class ProfilesReading implements Reading<Page<Profile>> {

    private final List<Profile> found = new ArrayList<>();
    private @Nullable String next;
    private boolean came;

    @Override
    public void field(String name, JsonParser json) {
        switch (name) {
            case "users" -> {
                came = json.isExpectedStartArrayToken();
                Json.eachItem(json, () -> add(ProfileDraft.read(json)));
            }
            case "next_max_id" -> next = Json.text(json);
            default -> json.skipChildren();
        }
    }

    private void add(@Nullable Profile profile) {
        if (profile != null) {
            found.add(profile);
        }
    }

    @Override
    public @Nullable Page<Profile> result() {
        return came ? new Page<>(found, Cursor.orNull(next)) : null;
    }
}
