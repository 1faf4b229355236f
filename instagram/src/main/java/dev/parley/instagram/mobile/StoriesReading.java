package dev.parley.instagram.mobile;

import dev.parley.instagram.MediaId;
import dev.parley.instagram.Person;
import dev.parley.instagram.Story;
import dev.parley.instagram.http.Json;
import dev.parley.instagram.http.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** One person's stories in {@code reel}; fact: it is null where there are none. */
final class StoriesReading implements Reading<List<Story>> {

    private static final Duration SHOWN = Duration.ofHours(24);

    private final Person owner;
    private final List<Draft> drafts = new ArrayList<>();
    private @Nullable Long seenUntil;
    private boolean came;

    StoriesReading(Person owner) {
        this.owner = owner;
    }

    @Override
    public void field(String name, JsonParser json) {
        if (!name.equals("reel")) {
            json.skipChildren();
            return;
        }
        came = true;
        Json.eachField(json, part -> reelField(part, json));
    }

    private void reelField(String name, JsonParser json) {
        switch (name) {
            case "items" ->
                Json.eachItem(json, () -> {
                    Draft draft = new Draft();
                    Json.eachField(json, part -> draft.field(part, json));
                    drafts.add(draft);
                });
            case "seen" -> seenUntil = Json.number(json);
            default -> json.skipChildren();
        }
    }

    @Override
    public @Nullable List<Story> result() {
        return came
                ? drafts.stream()
                        .flatMap(draft -> draft.stories(owner, seenUntil).stream())
                        .sorted(Comparator.comparing(Story::takenAt))
                        .toList()
                : null;
    }

    private static final class Draft {

        private @Nullable MediaId id;
        private @Nullable Long takenAt;
        private @Nullable Long expiresAt;

        void field(String name, JsonParser json) {
            switch (name) {
                case "id" -> id = Json.media(json);
                case "taken_at" -> takenAt = Json.number(json);
                case "expiring_at" -> expiresAt = Json.number(json);
                default -> json.skipChildren();
            }
        }

        /** None if number or time is missing. */
        List<Story> stories(Person owner, @Nullable Long seenUntil) {
            Instant taken = Moment.ofSeconds(takenAt);
            if (id == null || taken == null) {
                return List.of();
            }
            Instant expires = Moment.ofSeconds(expiresAt);
            Boolean seen = seenUntil == null ? null : seenUntil >= taken.getEpochSecond();
            return List.of(new Story(id, owner, taken, expires == null ? taken.plus(SHOWN) : expires, seen));
        }
    }
}
