package dev.parley.server;

import dev.parley.server.core.StartRefused;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.validation.FieldError;

/** Why the server did not start, in one sentence. */
final class StartFailure {

    private StartFailure() {}

    static String sentence(Throwable failed) {
        return Stream.iterate(failed, link -> link != null, Throwable::getCause)
                .map(StartFailure::known)
                .filter(sentence -> !sentence.isEmpty())
                .reduce((outer, inner) -> inner)
                .orElseGet(() -> "The server could not start: " + oneLine(deepest(failed)));
    }

    private static String known(Throwable link) {
        return switch (link) {
            case StartRefused refused -> oneLine(refused);
            case PortInUseException taken -> "Port " + taken.getPort() + " is taken; choose another one with PORT.";
            case BindValidationException invalid -> "The setting " + settings(invalid) + ".";
            case ConfigurationPropertiesBindException unreadable ->
                "The settings under " + prefix(unreadable) + " hold a value of another kind.";
            default -> "";
        };
    }

    private static String settings(BindValidationException invalid) {
        var errors = invalid.getValidationErrors();
        return errors.getAllErrors().stream()
                .map(error -> error instanceof FieldError field
                        ? errors.getName() + "." + DataObjectPropertyName.toDashedForm(field.getField()) + " "
                                + field.getDefaultMessage()
                        : String.valueOf(error.getDefaultMessage()))
                .collect(Collectors.joining("; "));
    }

    private static String prefix(ConfigurationPropertiesBindException unreadable) {
        return unreadable.getAnnotation() == null
                ? "parley"
                : unreadable.getAnnotation().prefix();
    }

    private static Throwable deepest(Throwable failed) {
        return failed.getCause() == null ? failed : deepest(failed.getCause());
    }

    private static String oneLine(Throwable failed) {
        return String.valueOf(failed.getMessage()).replaceAll("\\s+", " ");
    }
}
