package dev.parley.server.activity;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The place in our own code that something came from. */
record Origin(@Nullable String file, @Nullable Integer line) {

    private static final String OURS = "dev.parley.";
    private static final int FRAMES = 40;

    static Origin of(@Nullable Throwable cause) {
        return chain(cause)
                .flatMap(link -> Arrays.stream(link.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> new Origin(path(frame), frame.getLineNumber()))
                .orElseGet(() -> new Origin(null, null));
    }

    /** The frames and types only: messages of foreign exceptions may quote what was sent. */
    static String trace(Throwable cause) {
        return chain(cause)
                .map(link -> link.getClass().getName()
                        + Arrays.stream(link.getStackTrace())
                                .limit(FRAMES)
                                .map(frame -> "\n\tat " + frame)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\ncaused by: "));
    }

    private static Stream<Throwable> chain(@Nullable Throwable cause) {
        return Stream.iterate(cause, link -> link != null, Throwable::getCause).map(link -> link);
    }

    private static String path(StackTraceElement frame) {
        var name = frame.getClassName();
        var folder = name.substring(0, name.lastIndexOf('.') + 1).replace('.', '/');
        return folder + frame.getFileName();
    }
}
