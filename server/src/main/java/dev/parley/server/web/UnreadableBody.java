package dev.parley.server.web;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Which field of a JSON body cannot be taken, without quoting what it held. */
final class UnreadableBody {

    private UnreadableBody() {}

    static BotException explain(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getMostSpecificCause()) {
            case BotException refused -> refused;
            case UnrecognizedPropertyException unknown -> Refusals.field(path(unknown), "is not known here");
            case MismatchedInputException wrongType
            when !path(wrongType).isEmpty() ->
                Refusals.field(path(wrongType), "must be " + expected(wrongType.getTargetType()));
            case InputCoercionException beyond
            when !path(beyond).isEmpty() -> Refusals.field(path(beyond), "is a number beyond all bounds");
            case DatabindException refusedValue
            when !path(refusedValue).isEmpty() ->
                Refusals.field(path(refusedValue), "is not a value that is taken here");
            default -> byCause(unreadable);
        };
    }

    /** A value that its own type refuses has that type's complaint as its deepest cause. */
    private static BotException byCause(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof DatabindException refusedValue
                        && !path(refusedValue).isEmpty()
                ? Refusals.field(path(refusedValue), "is not a value that is taken here")
                : new BotException(ErrorCode.MALFORMED_REQUEST, ErrorCode.MALFORMED_REQUEST.description());
    }

    private static String path(JacksonException failed) {
        return failed.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another kind";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        return type == String.class
                ? "a text"
                : type.isArray() || Iterable.class.isAssignableFrom(type) ? "a list" : "a valid value";
    }
}
