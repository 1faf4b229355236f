package dev.parley.instagram.mobile;

import dev.parley.instagram.Media;
import dev.parley.instagram.Page;
import dev.parley.instagram.http.Json;
import dev.parley.instagram.http.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** A page of posts in {@code items}; fact: a cursor counts only where {@code more_available} says so. */
final class PostsReading implements Reading<Page<Media>> {

    private final List<Media> found = new ArrayList<>();
    private @Nullable String next;
    private boolean more;
    private boolean came;

    @Override
    public void field(String name, JsonParser json) {
        switch (name) {
            case "items" -> {
                came = json.isExpectedStartArrayToken();
                Json.eachItem(json, () -> add(MediaDraft.read(json)));
            }
            case "more_available" -> more = Json.flag(json);
            case "next_max_id" -> next = Json.text(json);
            default -> json.skipChildren();
        }
    }

    private void add(@Nullable Media media) {
        if (media != null) {
            found.add(media);
        }
    }

    @Override
    public @Nullable Page<Media> result() {
        return came ? new Page<>(found, more ? Cursor.orNull(next) : null) : null;
    }
}
