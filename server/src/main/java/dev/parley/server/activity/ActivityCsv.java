package dev.parley.server.activity;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Activities as rows of a spreadsheet (RFC 4180). */
final class ActivityCsv {

    static final String TYPE = "text/csv";

    private final PrintWriter out;

    ActivityCsv(PrintWriter out) {
        this.out = out;
        line(Stream.of(
                "created_at",
                "action",
                "status",
                "subject",
                "error_code",
                "message",
                "account",
                "user",
                "correlation_id"));
    }

    void write(List<ActivityView> activities) {
        activities.forEach(activity -> line(Stream.of(
                        activity.createdAt(),
                        activity.action(),
                        activity.status(),
                        text(activity.subject()),
                        text(activity.errorCode()),
                        text(activity.message()),
                        text(activity.accountName()),
                        text(activity.userName()),
                        text(activity.correlationId()))
                .map(String::valueOf)));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private void line(Stream<String> cells) {
        out.print(CsvLine.of(cells));
    }
}
