package dev.parley.instagram.mobile;

import dev.parley.instagram.Media;
import dev.parley.instagram.Page;
import dev.parley.instagram.http.Json;
import dev.parley.instagram.http.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * A page of the home feed. Fact: of what is in {@code feed_items}, posts alone have a {@code media_or_ad}; the rest is suggestions,
 * and the sign that one has seen it all.
 */
final class TimelineReading implements Reading<Page<Media>> {

    private final List<Media> found = new ArrayList<>();
    private @Nullable String next;
    private boolean more;
    private boolean came;

    @Override
    public void field(String name, JsonParser json) {
        switch (name) {
            case "feed_items" -> {
                came = json.isExpectedStartArrayToken();
                Json.eachItem(json, () -> Json.eachField(json, part -> itemField(part, json)));
            }
            case "more_available" -> more = Json.flag(json);
            case "next_max_id" -> next = Json.text(json);
            default -> json.skipChildren();
        }
    }

    private void itemField(String name, JsonParser json) {
        if (!name.equals("media_or_ad")) {
            json.skipChildren();
            return;
        }
        Media media = MediaDraft.readUnlessAd(json);
        if (media != null) {
            found.add(media);
        }
    }

    @Override
    public @Nullable Page<Media> result() {
        return came ? new Page<>(found, more ? Cursor.orNull(next) : null) : null;
    }
}
