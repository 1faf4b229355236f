package dev.parley.cli.process;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** One record in one small JSON file, snake_case, replaced in one step so that no reader sees half of it. */
public final class JsonFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private JsonFile() {}

    public static void write(Path file, Object value) {
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            PrivateFile.prepare(fresh);
            Files.writeString(fresh, text(value));
            Files.move(fresh, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Problem("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Empty if there is no such file, or no such record in it. */
    public static <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return parse(Files.readString(file), type);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    public static String text(Object value) {
        return JSON.writeValueAsString(value) + "\n";
    }

    /** Empty if there is no such record in it. */
    public static <T> Optional<T> parse(String text, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(text, type));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
