package dev.parley.server.core;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list, and the cursor that asks for the next part; null at the end. */
public record Page<T>(
        List<T> items,
        @JsonProperty("next_cursor") @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }
}
