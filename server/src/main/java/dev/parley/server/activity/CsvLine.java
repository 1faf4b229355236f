package dev.parley.server.activity;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of a spreadsheet (RFC 4180). */
public final class CsvLine {

    private static final String TAKEN_FOR_A_FORMULA = "=+-@\t\r\n";

    private CsvLine() {}

    public static String of(Stream<String> cells) {
        return cells.map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A spreadsheet must show what somebody named themselves, not run it. */
    static String cell(String value) {
        var isFormula = !value.isEmpty() && TAKEN_FOR_A_FORMULA.indexOf(value.charAt(0)) >= 0;
        var shown = isFormula ? "'" + value : value;
        return shown.matches("(?s).*[\",\r\n].*") ? "\"" + shown.replace("\"", "\"\"") + "\"" : shown;
    }
}
