package dev.parley.server.mailing;

import dev.parley.server.contact.Usernames;
import dev.parley.server.web.SentSheet;
import dev.parley.server.web.SentSheet.Row;
import dev.parley.server.web.Wrong;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People as they are typed or pasted: one in a line, or a CSV whose first line names its columns, {@code username} among them. */
final class TypedPeople {

    private static final String FIELD = "recipients";
    private static final int LONGEST_SHOWN = 40;

    private TypedPeople() {}

    /** Refuses with VALIDATION_FAILED where nobody is named and no label either. */
    static void demandLabel(@Nullable String label) {
        if (label == null || label.isBlank()) {
            throw Wrong.refusal(FIELD, "must name somebody, where no label does");
        }
    }

    /** Each once, in their order; perhaps nobody. Refuses with VALIDATION_FAILED, naming the line. */
    static List<Named> parse(String typed) {
        var sheet = SentSheet.read(FIELD, typed, Named.USERNAME);
        var people = new LinkedHashMap<String, Named>();
        for (var row : sheet.rows()) {
            var person = sheet.hasColumns() ? named(sheet, row) : new Named(only(row), Map.of());
            people.putIfAbsent(person.username(), person);
        }
        if (people.size() > MailingApi.MOST_PEOPLE) {
            throw Wrong.refusal(FIELD, "must be at most %d people".formatted(MailingApi.MOST_PEOPLE));
        }
        return List.copyOf(people.values());
    }

    private static Named named(SentSheet sheet, Row row) {
        var variables = new LinkedHashMap<String, String>();
        sheet.columns().forEach(column -> variables.putIfAbsent(column, sheet.cell(row, column)));
        return new Named(username(row, sheet.cell(row, Named.USERNAME)), variables);
    }

    private static String only(Row row) {
        if (row.cells().size() > 1) {
            throw Wrong.refusal(
                    FIELD,
                    "line %d has several cells: the first line must name the columns, “%s” among them"
                            .formatted(row.line(), Named.USERNAME));
        }
        return username(row, row.cells().getFirst());
    }

    private static String username(Row row, String typed) {
        return Usernames.parse(typed)
                .orElseThrow(() ->
                        Wrong.refusal(FIELD, "“%s” in line %d is no username".formatted(shortened(typed), row.line())));
    }

    static String username(String typed) {
        return Usernames.parse(typed)
                .orElseThrow(() -> Wrong.refusal(FIELD, "“%s” is no username".formatted(shortened(typed))));
    }

    private static String shortened(String typed) {
        return typed.length() > LONGEST_SHOWN ? typed.substring(0, LONGEST_SHOWN) + "…" : typed;
    }
}
