package dev.parley.sandbox.app;

import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.world.Post;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some posts of a longer list, the newest first. The cursor names time and pk of the last of the page before, so that new posts shift
 * nothing.
 */
record PostPage(List<Post> posts, @Nullable String next) {

    /** Nothing when the cursor is none of ours. */
    static Optional<PostPage> of(List<Post> newestFirst, String cursor, int size) {
        if (cursor.isEmpty()) {
            return Optional.of(first(newestFirst, size));
        }
        String[] parts = cursor.split("_", 2);
        long time = Numbers.idOrNone(parts[0]);
        long pk = parts.length < 2 ? Numbers.NO_ID : Numbers.postIdOrNone(parts[1]);
        return time == Numbers.NO_ID || pk == Numbers.NO_ID
                ? Optional.empty()
                : Optional.of(first(
                        newestFirst.stream()
                                .filter(post -> isOlder(post, time, pk))
                                .toList(),
                        size));
    }

    private static boolean isOlder(Post post, long time, long pk) {
        long taken = post.takenAt().getEpochSecond();
        return taken < time || (taken == time && post.pk() < pk);
    }

    private static PostPage first(List<Post> posts, int size) {
        if (posts.size() <= size) {
            return new PostPage(posts, null);
        }
        Post last = posts.get(size - 1);
        return new PostPage(posts.subList(0, size), last.takenAt().getEpochSecond() + "_" + last.pk());
    }

    void addPaging(Map<String, @Nullable Object> body) {
        body.putAll(Json.object(
                "num_results", posts.size(), "more_available", next != null, "auto_load_more_enabled", true));
        if (next != null) {
            body.put("next_max_id", next);
        }
        body.put("status", "ok");
    }
}
