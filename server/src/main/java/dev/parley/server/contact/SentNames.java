package dev.parley.server.contact;

import dev.parley.server.web.SentSheet;
import dev.parley.server.web.Wrong;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Usernames that somebody sent, one in each row, perhaps with a note in the next cell or in the column of this name.
 *
 * @param wrong what stands in their place and is none
 */
record SentNames(Map<String, String> notes, List<String> wrong) {

    private static final int MOST = 10_000;
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_SHOWN = 60;

    /** Refuses with VALIDATION_FAILED what is no list of them, and more than can be taken at once. */
    static SentNames read(String text) {
        var sheet = SentSheet.read("csv", text, "username");
        if (sheet.rows().size() > MOST) {
            throw Wrong.refusal("csv", "may hold at most %d rows at once".formatted(MOST));
        }
        var column = sheet.hasColumns() ? sheet.columns().indexOf("username") : 0;
        var noted = sheet.hasColumns() ? sheet.columns().indexOf("note") : 1;
        var notes = new LinkedHashMap<String, String>();
        var wrong = new ArrayList<String>();
        for (var row : sheet.rows()) {
            var typed = sheet.cell(row, column);
            Usernames.parse(typed)
                    .ifPresentOrElse(
                            name -> notes.putIfAbsent(name, shortened(sheet.cell(row, noted), LONGEST_NOTE, "")),
                            () -> wrong.add(
                                    "%s (line %d)".formatted(shortened(typed, LONGEST_SHOWN, "…"), row.line())));
        }
        return new SentNames(notes, List.copyOf(wrong));
    }

    private static String shortened(String text, int longest, String end) {
        return text.length() > longest ? text.substring(0, longest) + end : text;
    }

    @Nullable
    String noteOf(String username) {
        var note = notes.get(username);
        return note == null || note.isEmpty() ? null : note;
    }
}
