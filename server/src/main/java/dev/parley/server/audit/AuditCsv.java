package dev.parley.server.audit;

import dev.parley.server.activity.CsvLine;
import java.io.PrintWriter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The trail's lines as rows of a spreadsheet. */
final class AuditCsv {

    static final String TYPE = "text/csv";

    private final PrintWriter out;

    AuditCsv(PrintWriter out) {
        this.out = out;
        out.print(CsvLine.of(Stream.of(
                "created_at",
                "action",
                "user",
                "subject",
                "subject_id",
                "address",
                "before",
                "after",
                "error_code",
                "correlation_id")));
    }

    void write(AuditView line) {
        out.print(CsvLine.of(Stream.of(
                line.createdAt().toString(),
                line.action(),
                text(line.userName()),
                text(line.subject()),
                text(line.subjectId()),
                text(line.address()),
                text(line.before()),
                text(line.after()),
                text(line.errorCode()),
                text(line.correlationId()))));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
