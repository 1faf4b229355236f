package dev.parley.server.web;

import dev.parley.server.core.BotException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A spreadsheet that somebody typed or sent (RFC 4180), its cells parted by commas, semicolons or tabs. Blank rows are left out.
 *
 * @param columns in lower case; empty where the first row does not name them
 */
public record SentSheet(List<String> columns, List<Row> rows) {

    private static final Pattern BETWEEN_CELLS = Pattern.compile("\"[^\"]*\"|([,;\t])");
    private static final Pattern QUOTED_FORMULA = Pattern.compile("'(?=[=+\\-@\t])");

    /** @param line in which it begins, counted from 1 */
    public record Row(int line, List<String> cells) {}

    /**
     * Refuses with VALIDATION_FAILED, naming the line, what is no spreadsheet.
     *
     * @param field in which it was sent
     * @param key the column that has to be among those named by the first row, for it to name any
     */
    public static SentSheet read(String field, String text, String key) {
        var rows = new Reading(field, text.replaceFirst("^\uFEFF", "")).rows();
        var columns = rows.isEmpty()
                ? List.<String>of()
                : rows.getFirst().cells().stream()
                        .map(cell -> cell.toLowerCase(Locale.ROOT))
                        .toList();
        return columns.contains(key)
                ? new SentSheet(columns, rows.subList(1, rows.size()))
                : new SentSheet(List.of(), rows);
    }

    public boolean hasColumns() {
        return !columns.isEmpty();
    }

    /** Empty where it has none in this column. */
    public String cell(Row row, String column) {
        return cell(row, columns.indexOf(column));
    }

    public String cell(Row row, int column) {
        return column >= 0 && column < row.cells().size() ? row.cells().get(column) : "";
    }

    private record Reading(String field, String text, List<String> lines) {

        Reading(String field, String text) {
            this(field, text, text.lines().toList());
        }

        List<Row> rows() {
            var rows = new ArrayList<Row>();
            try (var parser = CSVParser.parse(text, format())) {
                var records = parser.iterator();
                for (var line = next(0); ; line = next((int) parser.getCurrentLineNumber())) {
                    if (!hasNext(records, line)) {
                        return rows;
                    }
                    var cells = cells(records.next());
                    if (!cells.stream().allMatch(String::isEmpty)) {
                        rows.add(new Row(line, cells));
                    }
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        private CSVFormat format() {
            var between = BETWEEN_CELLS
                    .matcher(text)
                    .results()
                    .filter(found -> found.group(1) != null)
                    .map(found -> found.group(1))
                    .findFirst();
            return CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(between.orElse(","))
                    .setIgnoreSurroundingSpaces(true)
                    .setIgnoreEmptyLines(true)
                    .get();
        }

        private int next(int line) {
            var next = line;
            while (next < lines.size() && lines.get(next).isBlank()) {
                next++;
            }
            return next + 1;
        }

        private boolean hasNext(Iterator<CSVRecord> records, int line) {
            try {
                return records.hasNext();
            } catch (UncheckedIOException unreadable) {
                throw unreadable(line);
            }
        }

        private BotException unreadable(int line) {
            return Wrong.refusal(
                    field,
                    "cannot be read from line %d on: a cell that begins with a quotation mark has to end with one"
                            .formatted(line));
        }

        /** An export writes an apostrophe before what a spreadsheet would take for a formula, as @ is. */
        private static List<String> cells(CSVRecord row) {
            return row.stream()
                    .map(String::strip)
                    .map(cell -> QUOTED_FORMULA.matcher(cell).replaceFirst(""))
                    .toList();
        }
    }
}
