package dev.parley.instagram.mobile;

import dev.parley.instagram.Profile;
import dev.parley.instagram.http.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** An answer about one person, in its field {@code user}. */
final class ProfileReading implements Reading<Profile> {

    private @Nullable Profile profile;

    @Override
    public void field(String name, JsonParser json) {
        if (name.equals("user")) {
            profile = ProfileDraft.read(json);
        } else {
            json.skipChildren();
        }
    }

    @Override
    public @Nullable Profile result() {
        return profile;
    }
}
