package dev.parley.bench.load;

import dev.parley.bench.Report;
import java.sql.SQLException;
import java.time.Duration;

/** Rates of a long load: first, before and after each trouble, last. */
final class HalfHour {

    /** Parts of the whole. */
    private static final int FIRST_AND_LAST = 6;

    private static final int BESIDE_A_TROUBLE = 30;
    private static final int SETTLING = 60;

    private final LoadedNodes nodes;
    private final Duration length;

    HalfHour(LoadedNodes nodes, Duration length) {
        this.nodes = nodes;
        this.length = length;
    }

    void report() throws SQLException {
        Report.title("%d minutes of more than two nodes can do".formatted(length.toMinutes()));
        var began = System.nanoTime();
        nodes.workFor(length.dividedBy(BESIDE_A_TROUBLE));
        var first = nodes.rate(length.dividedBy(FIRST_AND_LAST));
        Report.line("actions per s at first %.0f", first);
        oldSnapshot();
        for (var trouble : Trouble.values()) {
            recovery(trouble);
        }
        var untilLast = length.minus(length.dividedBy(FIRST_AND_LAST)).toNanos() - (System.nanoTime() - began);
        nodes.workFor(Duration.ofNanos(Math.max(0, untilLast)));
        var last = nodes.rate(length.dividedBy(FIRST_AND_LAST));
        Report.line("at last %.0f; ratio %.2f", last, last / first);
    }

    /** Taken half a minute before it is measured. */
    private void oldSnapshot() throws SQLException {
        var before = nodes.rate(length.dividedBy(BESIDE_A_TROUBLE));
        double beside;
        try (var connection = nodes.connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set transaction isolation level repeatable read");
            statement.execute("select count(*) from users");
            nodes.workFor(length.dividedBy(SETTLING));
            beside = nodes.rate(length.dividedBy(BESIDE_A_TROUBLE));
            connection.rollback();
        }
        Report.line(
                "%.0f, and with a snapshot older than %d s in the database %.0f; ratio %.2f",
                before, length.dividedBy(SETTLING).toSeconds(), beside, beside / before);
    }

    private void recovery(Trouble trouble) throws SQLException {
        var before = nodes.rate(length.dividedBy(BESIDE_A_TROUBLE));
        trouble.happen(nodes);
        nodes.workFor(length.dividedBy(SETTLING));
        var after = nodes.rate(length.dividedBy(BESIDE_A_TROUBLE));
        Report.line("%.0f, and after %s %.0f; ratio %.2f", before, trouble, after, after / before);
    }
}
