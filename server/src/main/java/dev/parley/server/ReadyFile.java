package dev.parley.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the server that it is ready, and where it listens. */
@Component
class ReadyFile {

    private final @Nullable Path file;

    ReadyFile(@Value("${parley.ready-file:}") String file) {
        this.file = file.isBlank() ? null : Path.of(file).toAbsolutePath();
    }

    @EventListener
    void write(ApplicationReadyEvent ready) {
        if (file == null) {
            return;
        }
        try {
            var draft = Files.createTempFile(file.getParent(), "ready", ".new");
            Files.writeString(draft, content(ready.getApplicationContext().getEnvironment()));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String content(Environment environment) {
        return """
                {"pid":%d,"port":%s,"management_port":%s}
                """.formatted(
                        ProcessHandle.current().pid(),
                        environment.getProperty("local.server.port"),
                        environment.getProperty("local.management.port"));
    }
}
