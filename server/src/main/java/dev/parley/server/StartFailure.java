package dev.parley.server;

import dev.parley.server.core.StartRefused;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;

/** Why the server did not start, in one sentence. */
final class StartFailure {

    private StartFailure() {}

    static String sentence(Throwable failed) {
        return Stream.iterate(failed, link -> link != null, Throwable::getCause)
                .map(StartFailure::known)
                .filter(sentence -> !sentence.isEmpty())
                .findFirst()
                .orElseGet(() -> "The server could not start: " + oneLine(failed));
    }

    private static String known(Throwable link) {
        return switch (link) {
            case StartRefused refused -> oneLine(refused);
            case PortInUseException taken -> "Port " + taken.getPort() + " is taken; choose another one with PORT.";
            default -> "";
        };
    }

    private static String oneLine(Throwable failed) {
        return String.valueOf(failed.getMessage()).replaceAll("\\s+", " ");
    }
}
