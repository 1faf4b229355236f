package dev.parley.server.web;

import dev.parley.server.core.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A list as the rows of a spreadsheet (RFC 4180), however long it is. */
public final class Spreadsheet<T> {

    public static final String TYPE = "text/csv";

    private static final String TAKEN_FOR_A_FORMULA = "=+-@\t\r\n";

    private record Column<T>(String name, Function<T, @Nullable Object> value) {}

    /** Where in the list a page begins; null at the beginning. */
    public record After(@Nullable String cursor) {}

    private final String file;
    private final List<Column<T>> columns = new ArrayList<>();

    /** @param file its name where it is saved, without an ending */
    public Spreadsheet(String file) {
        this.file = file;
    }

    public Spreadsheet<T> column(String name, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(name, value));
        return this;
    }

    /** A page at a time, so that each can have its own short transaction: a long export must hold no snapshot. */
    public void send(HttpServletResponse response, Function<After, Page<T>> pages) throws IOException {
        response.setContentType(TYPE + ";charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + ".csv\"");
        var out = response.getWriter();
        out.print(line(columns.stream().map(Column::name)));
        var after = new After(null);
        do {
            after = new After(write(pages.apply(after), out));
        } while (after.cursor() != null);
    }

    private @Nullable String write(Page<T> page, PrintWriter out) {
        page.items()
                .forEach(row -> out.print(
                        line(columns.stream().map(column -> text(column.value().apply(row))))));
        return page.nextCursor();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String line(Stream<String> cells) {
        return cells.map(Spreadsheet::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A spreadsheet must show what somebody named themselves, not run it. */
    private static String cell(String value) {
        var isFormula = !value.isEmpty() && TAKEN_FOR_A_FORMULA.indexOf(value.charAt(0)) >= 0;
        var shown = isFormula ? "'" + value : value;
        return shown.matches("(?s).*[\",\r\n].*") ? "\"" + shown.replace("\"", "\"\"") + "\"" : shown;
    }
}
