package dev.parley.journeys.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cli.process.Patience;
import dev.parley.journeys.testing.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Looks at the database all the while: no account ever uses more than its limit, no bot's epoch ever goes back. */
final class LimitAndEpochWatch implements AutoCloseable {

    private static final Patience BETWEEN_LOOKS = new Patience(Duration.ofMillis(200));

    /** The longer a look takes, the longer the next one is waited for. */
    private static final int REST = 10;

    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Long> epochs = new HashMap<>();
    private final Tables tables;
    private final Thread watcher;
    private final AtomicLong looks = new AtomicLong();
    private volatile int limit;
    private volatile boolean closed;

    LimitAndEpochWatch(Tables tables, int limit) {
        this.tables = tables;
        this.limit = limit;
        this.watcher = Thread.ofPlatform().name("watch").start(this::watch);
    }

    void limitIs(int changed) {
        limit = changed;
    }

    void expectNothingWrong() {
        assertThat(wrong).isEmpty();
        assertThat(watcher.isAlive()).as("still watching").isTrue();
        assertThat(looks).as("looks at the database").hasPositiveValue();
    }

    private void watch() {
        while (!closed) {
            watchWhileConnected();
        }
    }

    /** Until the database is killed, at the latest. */
    private void watchWhileConnected() {
        try (var connection = tables.open()) {
            var rest = BETWEEN_LOOKS;
            while (!rest.until(() -> closed)) {
                var began = System.nanoTime();
                look(connection);
                rest = longer(BETWEEN_LOOKS, Duration.ofNanos((System.nanoTime() - began) * REST));
            }
        } catch (SQLException killed) {
            var _ = BETWEEN_LOOKS.until(() -> closed);
        }
    }

    private static Patience longer(Patience least, Duration wanted) {
        return wanted.compareTo(least.limit()) > 0 ? new Patience(wanted) : least;
    }

    private void look(Connection connection) throws SQLException {
        var allowed = limit;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select account_name, epoch,
                            (select coalesce(sum(used), 0) from quota_ledger
                             where quota_ledger.account_id = bot.account_id and action = 'follow') as used
                        from bot_instances as bot""")) {
            while (rows.next()) {
                check(rows.getString(1), rows.getLong(2), rows.getLong(3), allowed);
            }
            looks.incrementAndGet();
        }
    }

    private void check(String account, long epoch, long used, int allowed) {
        var before = epochs.put(account, epoch);
        if (before != null && epoch < before) {
            wrong.add("the epoch of %s went from %d back to %d".formatted(account, before, epoch));
        }
        if (used > allowed) {
            wrong.add("%s used %d follows of %d".formatted(account, used, allowed));
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
