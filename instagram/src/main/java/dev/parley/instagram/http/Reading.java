package dev.parley.instagram.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** What one kind of call takes from its answer, field by field. Used for one answer. */
public interface Reading<T> {

    /** Takes a top-level field; the parser stands at the value's first token and must be left at its last. */
    void field(String name, JsonParser json);

    /** What was read, or null if something indispensable was missing. */
    @Nullable
    T result();

    /** For answers that say no more than that it is done. */
    static <T> Reading<T> nothingBut(T done) {
        return new Reading<>() {
            @Override
            public void field(String name, JsonParser json) {
                json.skipChildren();
            }

            @Override
            public T result() {
                return done;
            }
        };
    }
}
