package dev.parley.server.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list, and the cursor that asks for the next part; null at the end. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }
}
