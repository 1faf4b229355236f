package dev.parley.instagram.graph;

import dev.parley.instagram.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads lists: {@code {"data":[…],"paging":{"cursors":{"after"},"next"}}}. */
final class Pages {

    private static final int LONGEST_CURSOR = 2_000;

    private Pages() {}

    /** Items that cannot be read are left out; null if it is no list. */
    static <T> @Nullable Page<T> of(JsonNode answer, Function<JsonNode, @Nullable T> item) {
        JsonNode data = answer.path("data");
        if (!data.isArray()) {
            return null;
        }
        List<T> items = new ArrayList<>();
        for (JsonNode each : data) {
            T read = item.apply(each);
            if (read != null) {
                items.add(read);
            }
        }
        return new Page<>(items, next(answer.path("paging")));
    }

    /** Fact: the last page has a cursor too, but no address of a next one. */
    private static @Nullable String next(JsonNode paging) {
        return paging.path("next").isString() ? Fields.text(paging.path("cursors"), "after") : null;
    }

    /** Whether a caller's text can be a cursor. */
    static boolean isCursor(@Nullable String cursor) {
        return cursor == null || (!cursor.isBlank() && cursor.length() <= LONGEST_CURSOR);
    }
}
