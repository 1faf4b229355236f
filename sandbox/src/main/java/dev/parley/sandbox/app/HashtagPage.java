package dev.parley.sandbox.app;

import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Hashtag;
import dev.parley.sandbox.world.Hashtags;
import dev.parley.sandbox.world.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some posts of a hashtag. {@code recent} goes from the newest on, and a cursor names the next post, so new ones don't shift pages;
 * {@code top} begins with the best liked; {@code clips} has videos only.
 */
record HashtagPage(List<Post> posts, @Nullable String nextCursor) {
    static final String RECENT = "recent";
    private static final String CLIPS = "clips";
    private static final int SIZE = 24;
    private static final int ROW = 3;

    /** Nothing when the cursor is none of ours. */
    static Optional<HashtagPage> of(SandboxState state, String name, String tab, String cursor) {
        long from = cursor.isEmpty() ? 0 : Numbers.idOrNone(cursor);
        if (from == Numbers.NO_ID) {
            return Optional.empty();
        }
        Hashtags hashtags = state.world().hashtags();
        Instant now = state.clock().instant();
        return Optional.of(hashtags.named(name)
                .map(tag -> tab.equals(RECENT)
                        ? recent(hashtags, tag, now, cursor.isEmpty() ? null : from)
                        : ranked(hashtags, tag, now, tab, (int) Math.min(from, Integer.MAX_VALUE)))
                .orElseGet(() -> new HashtagPage(List.of(), null)));
    }

    List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (int first = 0; first < posts.size(); first += ROW) {
            rows.add(new Row(posts.subList(first, Math.min(first + ROW, posts.size()))));
        }
        return rows;
    }

    private static HashtagPage recent(Hashtags hashtags, Hashtag tag, Instant now, @Nullable Long from) {
        List<Post> posts = hashtags.recent(tag, now, from, SIZE + 1);
        if (posts.size() <= SIZE) {
            return new HashtagPage(posts, null);
        }
        return new HashtagPage(posts.subList(0, SIZE), Long.toString(Hashtags.beatOf(posts.getLast())));
    }

    private static HashtagPage ranked(Hashtags hashtags, Hashtag tag, Instant now, String tab, int from) {
        List<Post> all = hashtags.recent(tag, now, null, tag.listed()).stream()
                .filter(post -> !tab.equals(CLIPS) || post.clip())
                .sorted(Comparator.comparingInt(Post::likes).reversed())
                .toList();
        int start = Math.min(from, all.size());
        int end = Math.min(start + SIZE, all.size());
        return new HashtagPage(all.subList(start, end), end < all.size() ? Integer.toString(end) : null);
    }

    /** Three posts beside each other. */
    record Row(List<Post> posts) {

        Map<String, @Nullable Object> toJson(MediaJson media) {
            return Json.object(
                    "layout_type",
                    "media_grid",
                    "layout_content",
                    Json.object(
                            "medias",
                            posts.stream()
                                    .map(post -> Json.object("media", media.of(post)))
                                    .toList()),
                    "feed_type",
                    "media",
                    "explore_item_info",
                    Json.object("num_columns", ROW, "total_num_columns", ROW, "aspect_ratio", 1));
        }
    }
}
