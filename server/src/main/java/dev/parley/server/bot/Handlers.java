package dev.parley.server.bot;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who performs which kind of action. */
@Component
class Handlers {

    private final Map<String, ActionHandler<?>> byKind;

    Handlers(List<ActionHandler<?>> all) {
        this.byKind = all.stream().collect(Collectors.toUnmodifiableMap(ActionHandler::kind, Function.identity()));
    }

    /** A newer version may have queued others. */
    boolean know(Action action) {
        return byKind.containsKey(action.kind());
    }

    ActionHandler<?> of(Action action) {
        var handler = byKind.get(action.kind());
        if (handler == null) {
            throw new IllegalStateException("nobody performs actions of kind " + action.kind());
        }
        return handler;
    }
}
