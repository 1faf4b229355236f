package dev.parley.server.core;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list, and the cursor that asks for the next part; null at the end. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /** @param found one more than the page holds, where there are more */
    public static <T> Page<T> of(List<T> found, int limit, Function<? super T, String> cursor) {
        var shown = found.stream().limit(limit).toList();
        return new Page<>(shown, found.size() > limit ? cursor.apply(shown.getLast()) : null);
    }

    public <S> Page<S> map(Function<? super T, ? extends S> shown) {
        return new Page<>(items.stream().<S>map(shown).toList(), nextCursor);
    }
}
