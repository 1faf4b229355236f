package dev.parley.instagram.mobile;

import dev.parley.instagram.Media;
import dev.parley.instagram.Page;
import dev.parley.instagram.http.Json;
import dev.parley.instagram.http.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** A page of posts; fact: a cursor counts only where {@code more_available} says so. */
final class PostsReading implements Reading<Page<Media>> {

    private final String list;
    private final Consumer<JsonParser> item;
    private final List<Media> found = new ArrayList<>();
    private @Nullable String next;
    private boolean more;
    private boolean came;

    private PostsReading(String list, boolean isFeed) {
        this.list = list;
        this.item = isFeed ? this::ofFeed : json -> add(MediaDraft.read(json));
    }

    /** Of a person. */
    static PostsReading ofPerson() {
        return new PostsReading("items", false);
    }

    /**
     * Of the home feed. Fact: of what is in {@code feed_items}, posts alone have a {@code media_or_ad}; the rest is suggestions, and the
     * sign that one has seen it all.
     */
    static PostsReading ofHomeFeed() {
        return new PostsReading("feed_items", true);
    }

    @Override
    public void field(String name, JsonParser json) {
        switch (name) {
            case "more_available" -> more = Json.flag(json);
            case "next_max_id" -> next = Json.text(json);
            default -> {
                if (name.equals(list)) {
                    came = json.isExpectedStartArrayToken();
                    Json.eachItem(json, () -> item.accept(json));
                } else {
                    json.skipChildren();
                }
            }
        }
    }

    private void ofFeed(JsonParser json) {
        Json.eachField(json, part -> {
            if (part.equals("media_or_ad")) {
                add(MediaDraft.readUnlessAd(json));
            } else {
                json.skipChildren();
            }
        });
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
