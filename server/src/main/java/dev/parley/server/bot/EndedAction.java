package dev.parley.server.bot;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action that has ended.
 *
 * @param state {@code succeeded, skipped, failed, unconfirmed} or {@code cancelled}
 * @param code the reason, where it did not succeed
 * @param result what its handler tells whoever waits for it
 */
public record EndedAction(
        UUID id,
        String state,
        @Nullable ErrorCode code,
        @Nullable String detail,
        Map<String, String> result) {

    static <T> EndedAction of(Action action, Ending<T> ending, Map<String, String> result) {
        return switch (ending) {
            case Ending.Succeeded<T> e -> new EndedAction(action.id(), "succeeded", null, null, result);
            case Ending.Skipped<T> e -> new EndedAction(action.id(), "skipped", e.reason(), e.detail(), result);
            case Ending.Failed<T> e -> new EndedAction(action.id(), "failed", e.code(), e.detail(), result);
            case Ending.Unconfirmed<T> e ->
                new EndedAction(action.id(), "unconfirmed", ErrorCode.ACTION_UNCONFIRMED, e.detail(), result);
        };
    }

    /** Refuses with the action's own code unless it succeeded. */
    public EndedAction orThrow() {
        if (code == null) {
            return this;
        }
        throw new BotException(code, detail == null ? code.description() : detail);
    }
}
