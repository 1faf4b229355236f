package dev.parley.server.web;

import dev.parley.server.core.BotException;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Refused fields under the names that the caller wrote. */
final class Fields {

    private Fields() {}

    static List<BotException.Field> of(BindException invalid) {
        return invalid.getFieldErrors().stream()
                .map(error -> field(
                        error.getField(), error.isBindingFailure() ? "is not a value of this kind" : message(error)))
                .sorted(Comparator.comparing(BotException.Field::field))
                .toList();
    }

    static List<BotException.Field> of(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(Fields::of)
                .toList();
    }

    static List<BotException.Field> of(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(violation -> field(violation.getPropertyPath().toString(), violation.getMessage()))
                .toList();
    }

    private static Stream<BotException.Field> of(ParameterValidationResult result) {
        return result.getResolvableErrors().stream()
                .map(error ->
                        field(error instanceof FieldError inBody ? inBody.getField() : name(result), message(error)));
    }

    private static String name(ParameterValidationResult result) {
        return Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "parameter");
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not right");
    }

    private static BotException.Field field(String javaName, String message) {
        return new BotException.Field(
                javaName.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT), message);
    }
}
