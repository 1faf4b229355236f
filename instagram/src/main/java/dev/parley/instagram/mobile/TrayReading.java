package dev.parley.instagram.mobile;

import dev.parley.instagram.Profile;
import dev.parley.instagram.Stories.Ring;
import dev.parley.instagram.http.Json;
import dev.parley.instagram.http.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** The people in {@code tray}. */
final class TrayReading implements Reading<List<Ring>> {

    private final List<Ring> rings = new ArrayList<>();
    private boolean came;

    @Override
    public void field(String name, JsonParser json) {
        if (!name.equals("tray")) {
            json.skipChildren();
            return;
        }
        came = json.isExpectedStartArrayToken();
        Json.eachItem(json, () -> {
            Draft draft = new Draft();
            Json.eachField(json, part -> draft.field(part, json));
            draft.addTo(rings);
        });
    }

    @Override
    public @Nullable List<Ring> result() {
        return came ? List.copyOf(rings) : null;
    }

    private static final class Draft {

        private @Nullable Profile owner;
        private @Nullable Long latest;
        private @Nullable Long seen;

        void field(String name, JsonParser json) {
            switch (name) {
                case "user" -> owner = ProfileDraft.read(json);
                case "latest_reel_media" -> latest = Json.number(json);
                case "seen" -> seen = Json.number(json);
                default -> json.skipChildren();
            }
        }

        void addTo(List<Ring> rings) {
            if (owner != null) {
                rings.add(new Ring(owner.person(), Moment.ofSeconds(latest), Moment.ofSeconds(seen)));
            }
        }
    }
}
