package dev.parley.cli.command;

import dev.parley.cli.process.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A {@code .env} file: {@code KEY=VALUE} lines, comments with #, values perhaps in quotes. */
final class EnvironmentFile {

    private EnvironmentFile() {}

    /** Empty if there is no such file. */
    static Map<String, String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try {
            var values = new LinkedHashMap<String, String>();
            var lines = Files.readAllLines(file);
            for (var number = 0; number < lines.size(); number++) {
                readLine(lines.get(number).strip(), file + " line " + (number + 1), values);
            }
            return values;
        } catch (IOException e) {
            throw new Problem("cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void readLine(String line, String where, Map<String, String> values) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        var equals = line.indexOf('=');
        if (equals <= 0) {
            throw new Problem(where + " is not KEY=VALUE");
        }
        var value = unquoted(line.substring(equals + 1).strip());
        if (!value.isEmpty()) {
            values.put(line.substring(0, equals).strip(), value);
        }
    }

    private static String unquoted(String value) {
        var quoted = value.length() >= 2
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
