package dev.parley.instagram.graph;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What came back from one exchange. */
sealed interface Answer {

    /** @param reading what the call takes from it; null if something indispensable is missing */
    <T> Outcome<T> outcome(Function<ObjectNode, @Nullable T> reading);

    /** Nothing came back, or nothing complete. */
    record Missing(Refusal.Failure failure) implements Answer {

        @Override
        public <T> Outcome<T> outcome(Function<ObjectNode, @Nullable T> reading) {
            return new Outcome.Refused<>(failure);
        }
    }

    /**
     * A complete answer, of whatever content.
     *
     * @param json null if it is anything but a JSON object
     * @param retryAfter how long it asks to wait; null if it names no time
     */
    record Came(
            int status, @Nullable ObjectNode json, @Nullable Duration retryAfter) implements Answer {

        private static final int BAD_REQUEST = 400;
        private static final int INVALID = 100;
        private static final int FIRST_REFUSING_STATUS = 300;

        @Override
        public <T> Outcome<T> outcome(Function<ObjectNode, @Nullable T> reading) {
            if (json == null || status >= FIRST_REFUSING_STATUS || json.has("error")) {
                return new Outcome.Refused<>(ErrorTable.refusal(this));
            }
            T value = reading.apply(json);
            return value == null
                    ? new Outcome.Refused<>(new Refusal.BadResponse("Instagram's answer lacks what was asked for"))
                    : new Outcome.Done<>(value);
        }

        /** Whether it says, to the exchange of a code, that the code is not good. */
        boolean refusesCode() {
            boolean plainly = json != null && json.has("error_type");
            return status == BAD_REQUEST && (plainly || error().code() == INVALID);
        }

        GraphError error() {
            return json == null ? GraphError.NONE : GraphError.in(json);
        }
    }
}
