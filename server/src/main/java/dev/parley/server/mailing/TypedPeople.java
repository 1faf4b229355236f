package dev.parley.server.mailing;

import dev.parley.server.contact.Usernames;
import dev.parley.server.web.Wrong;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** People as they are typed or pasted: one in a line, or a CSV whose first line names its columns, {@code username} among them. */
final class TypedPeople {

    private static final int MOST = 1_000;

    private TypedPeople() {}

    /** Each once, in their order. Refuses with VALIDATION_FAILED, naming the line. */
    static List<Named> parse(String typed) {
        var lines =
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) {
            throw Wrong.refusal("recipients", "must name somebody");
        }
        var header = cells(lines.getFirst()).stream()
                .map(cell -> cell.toLowerCase(Locale.ROOT))
                .toList();
        var isTable = header.contains(Named.USERNAME);
        var people = new LinkedHashMap<String, Named>();
        for (var line : isTable ? lines.subList(1, lines.size()) : lines) {
            var person = isTable ? row(header, line) : new Named(username(line), Map.of());
            people.putIfAbsent(person.username(), person);
        }
        if (people.isEmpty() || people.size() > MOST) {
            throw Wrong.refusal("recipients", "must be 1 to " + MOST + " people");
        }
        return List.copyOf(people.values());
    }

    private static Named row(List<String> header, String line) {
        var cells = cells(line);
        var variables = new LinkedHashMap<String, String>();
        for (var n = 0; n < Math.min(header.size(), cells.size()); n++) {
            variables.put(header.get(n), cells.get(n));
        }
        return new Named(username(variables.getOrDefault(Named.USERNAME, "")), variables);
    }

    static String username(String typed) {
        return Usernames.parse(typed)
                .orElseThrow(() -> Wrong.refusal("recipients", "“" + shortened(typed) + "” is no username"));
    }

    private static String shortened(String typed) {
        return typed.length() > 40 ? typed.substring(0, 40) + "…" : typed;
    }

    /** Commas, semicolons and tabs part cells; a cell in quotes may hold them. */
    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var n = 0; n < line.length(); n++) {
            var letter = line.charAt(n);
            if (letter == '"') {
                if (quoted && n + 1 < line.length() && line.charAt(n + 1) == '"') {
                    cell.append(line.charAt(++n));
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && ",;\t".indexOf(letter) >= 0) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
