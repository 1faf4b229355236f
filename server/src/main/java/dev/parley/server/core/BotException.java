package dev.parley.server.core;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The base of every refusal: a code of the catalogue, and what happened to which thing. Its message is shown to the caller. */
public class BotException extends RuntimeException {

    private final ErrorCode code;
    private final transient Refusal refusal;

    public BotException(ErrorCode code, String detail) {
        this(code, detail, Refusal.NOTHING_MORE);
    }

    public BotException(ErrorCode code, String detail, Refusal refusal) {
        super(detail);
        this.code = code;
        this.refusal = refusal;
    }

    public ErrorCode code() {
        return code;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** A field of the request that was refused. */
    public record Field(String field, String message) {}

    /**
     * What a refusal tells beyond its code.
     *
     * @param state the state that the thing is in, for calls made in the wrong one
     * @param expected the states in which the call would work
     * @param actions what the person must do first
     * @param retryAfter how long to wait before the call may succeed
     * @param more what only this refusal tells, by name
     */
    public record Refusal(
            List<Field> fields,
            @Nullable String state,
            List<String> expected,
            List<String> actions,
            @Nullable Duration retryAfter,
            Map<String, Object> more) {

        static final Refusal NOTHING_MORE = new Refusal(List.of(), null, List.of(), List.of(), null, Map.of());

        public static Refusal of(List<Field> fields) {
            return new Refusal(fields, null, List.of(), List.of(), null, Map.of());
        }

        public static Refusal inState(String state, String... expected) {
            return new Refusal(List.of(), state, List.of(expected), List.of(), null, Map.of());
        }

        public static Refusal until(Duration retryAfter) {
            return new Refusal(List.of(), null, List.of(), List.of(), retryAfter, Map.of());
        }

        public static Refusal first(String... actions) {
            return new Refusal(List.of(), null, List.of(), List.of(actions), null, Map.of());
        }

        public static Refusal telling(String name, Object value) {
            return new Refusal(List.of(), null, List.of(), List.of(), null, Map.of(name, value));
        }
    }
}
