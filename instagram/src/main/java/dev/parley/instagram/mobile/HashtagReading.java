package dev.parley.instagram.mobile;

import dev.parley.instagram.Media;
import dev.parley.instagram.Page;
import dev.parley.instagram.http.Json;
import dev.parley.instagram.http.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A page of posts. Fact: a post is a {@code media} object anywhere inside {@code sections}; the lists around it differ with the
 * way a section is laid out on the screen.
 */
final class HashtagReading implements Reading<Page<Media>> {

    private final List<Media> found = new ArrayList<>();
    private final List<String> nextMediaIds = new ArrayList<>();
    private @Nullable String nextMaxId;
    private boolean came;
    private boolean more;

    @Override
    public void field(String name, JsonParser json) {
        switch (name) {
            case "sections" -> sections(json);
            case "more_available" -> more = Json.flag(json);
            case "next_max_id" -> nextMaxId = Json.text(json);
            case "next_media_ids" -> Json.eachItem(json, () -> addNextMediaId(Json.text(json)));
            default -> json.skipChildren();
        }
    }

    private void sections(JsonParser json) {
        came = json.isExpectedStartArrayToken();
        Json.eachItem(json, () -> searchForMedia(json));
    }

    private void searchForMedia(JsonParser json) {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            Json.eachItem(json, () -> searchForMedia(json));
            return;
        }
        Json.eachField(json, name -> {
            if (name.equals("media")) {
                addMedia(MediaDraft.read(json));
            } else {
                searchForMedia(json);
            }
        });
    }

    private void addMedia(@Nullable Media media) {
        if (media != null) {
            found.add(media);
        }
    }

    private void addNextMediaId(@Nullable String id) {
        if (id != null) {
            nextMediaIds.add(id);
        }
    }

    @Override
    public @Nullable Page<Media> result() {
        if (!came) {
            return null;
        }
        String next = more && nextMaxId != null ? new HashtagCursor(nextMaxId, nextMediaIds).text() : null;
        return new Page<>(found, next);
    }
}
