package dev.parley.server.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.server.core.BotException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A refusal as the API tells it (RFC 9457), with the members that older programs read. */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        boolean success,
        String error,
        String errorCode,
        String message,
        String recommendedAction,
        boolean retryable,
        @Nullable Long retryAfterS,
        String correlationId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BotException.Field> fields,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String state,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> expected,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> actions,
        @JsonAnyGetter Map<String, Object> more) {

    static Problem of(BotException refused) {
        var code = refused.code();
        var refusal = refused.refusal();
        var detail = Objects.requireNonNullElse(refused.getMessage(), code.description());
        return new Problem(
                "/errors/" + code.code(),
                code.title(),
                code.status(),
                detail,
                false,
                code.name(),
                code.code(),
                detail,
                code.recommendedAction(),
                code.retryable(),
                seconds(refusal.retryAfter()),
                Correlation.current(),
                refusal.fields(),
                refusal.state(),
                refusal.expected(),
                refusal.actions(),
                refusal.more());
    }

    /** Rounded up, so that whoever waits so long does not come too early. */
    private static @Nullable Long seconds(@Nullable Duration wait) {
        return wait == null
                ? null
                : Math.max(
                        1, wait.plusNanos(Duration.ofSeconds(1).toNanos() - 1).toSeconds());
    }
}
