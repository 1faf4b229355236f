package dev.parley.bench.load;

import dev.parley.bench.Report;
import java.sql.SQLException;
import java.time.Duration;

/** Rates of a long load: its first and its last part, and then, while it goes on, before and after each trouble. */
final class HalfHour {

    /** Parts of the whole. */
    private static final int FIRST_AND_LAST = 6;

    private static final int STEADY = 15;

    private static final int SHORT = 30;
    private static final int SETTLING = 60;

    /** A server that was started anew is slow until it has been compiled for what it does: so many short parts at most. */
    private static final int PATIENCE = 8;

    private static final double RECOVERED = 0.95;

    private final LoadedNodes nodes;
    private final Duration length;

    HalfHour(LoadedNodes nodes, Duration length) {
        this.nodes = nodes;
        this.length = length;
    }

    void report() throws SQLException {
        Report.title("%d minutes of more than two nodes can do".formatted(length.toMinutes()));
        var began = System.nanoTime();
        nodes.workFor(length.dividedBy(SHORT));
        var first = nodes.rate(length.dividedBy(FIRST_AND_LAST));
        Report.line("actions per s at first %.0f", first);
        oldSnapshot();
        var untilLast = length.minus(length.dividedBy(FIRST_AND_LAST)).toNanos() - (System.nanoTime() - began);
        nodes.workFor(Duration.ofNanos(Math.max(0, untilLast)));
        var last = nodes.rate(length.dividedBy(FIRST_AND_LAST));
        Report.line("at last %.0f; ratio %.2f", last, last / first);
        for (var trouble : Trouble.values()) {
            recovery(trouble);
        }
    }

    private void oldSnapshot() throws SQLException {
        var before = nodes.rate(length.dividedBy(SHORT));
        double beside;
        try (var connection = nodes.connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set transaction isolation level repeatable read");
            statement.execute("select count(*) from users");
            nodes.workFor(length.dividedBy(SETTLING));
            beside = nodes.rate(length.dividedBy(SHORT));
            connection.rollback();
        }
        Report.line(
                "%.0f, and with a snapshot older than %d s in the database %.0f; ratio %.2f",
                before, length.dividedBy(SETTLING).toSeconds(), beside, beside / before);
    }

    /**
     * Looks in short parts until one of them is good, or has had time enough; what counts is the part after that, which
     * was not chosen for being good.
     */
    private void recovery(Trouble trouble) throws SQLException {
        var shortly = length.dividedBy(SHORT);
        var steadily = length.dividedBy(STEADY);
        var before = nodes.rate(steadily);
        trouble.happen(nodes);
        var parts = 0;
        while (parts < PATIENCE && nodes.rate(shortly) < RECOVERED * before) {
            parts++;
        }
        var after = nodes.rate(steadily);
        Report.line(
                "%.0f, and after %s %.0f; ratio %.2f in the %d s that began %d s after it was over",
                before,
                trouble,
                after,
                after / before,
                steadily.toSeconds(),
                shortly.toSeconds() * Math.min(parts + 1, PATIENCE));
    }
}
