package dev.parley.instagram.mobile;

import dev.parley.instagram.Media;
import dev.parley.instagram.http.Json;
import dev.parley.instagram.http.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** One post in {@code items}; fact: the last one counts. */
final class MediaReading implements Reading<Media> {

    private @Nullable Media media;

    @Override
    public void field(String name, JsonParser json) {
        if (name.equals("items")) {
            Json.eachItem(json, () -> media = MediaDraft.read(json));
        } else {
            json.skipChildren();
        }
    }

    @Override
    public @Nullable Media result() {
        return media;
    }
}
