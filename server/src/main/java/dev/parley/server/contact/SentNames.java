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

    /** Refuses with VALIDATION_FAILED more than can be taken at once. */
    static SentNames read(String text) {
        var rows = SentSheet.rows(text);
        if (rows.size() > MOST) {
            throw Wrong.refusal("csv", "may hold at most %d rows at once".formatted(MOST));
        }
        var hasHeader = !rows.isEmpty() && rows.getFirst().getFirst().equalsIgnoreCase("username");
        var column = hasHeader ? rows.getFirst().indexOf("note") : 1;
        var notes = new LinkedHashMap<String, String>();
        var wrong = new ArrayList<String>();
        rows.stream()
                .skip(hasHeader ? 1 : 0)
                .forEach(row -> Usernames.parse(unquoted(row.getFirst()))
                        .ifPresentOrElse(
                                name -> notes.putIfAbsent(name, note(row, column)), () -> wrong.add(shown(row))));
        return new SentNames(notes, List.copyOf(wrong));
    }

    /** An export writes a quote before what a spreadsheet would take for a formula, as @ is. */
    private static String unquoted(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    private static String note(List<String> row, int column) {
        var note = column > 0 && column < row.size() ? row.get(column) : "";
        return note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note;
    }

    private static String shown(List<String> row) {
        var cell = row.getFirst();
        return cell.length() > LONGEST_SHOWN ? cell.substring(0, LONGEST_SHOWN) + "…" : cell;
    }

    @Nullable
    String noteOf(String username) {
        var note = notes.get(username);
        return note == null || note.isEmpty() ? null : note;
    }
}
