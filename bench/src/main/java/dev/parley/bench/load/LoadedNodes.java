package dev.parley.bench.load;

import dev.parley.bench.BenchInstance;
import dev.parley.bench.Workload;
import dev.parley.bench.Workload.Bots;
import dev.parley.cli.instance.LocalDatabase;
import dev.parley.cli.instance.ServerOptions;
import dev.parley.cli.instance.ServerProcess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Two server processes whose bots always have something to do. */
final class LoadedNodes implements AutoCloseable {

    /** Without pace, for what is measured is the engine. */
    private static final Map<String, String> SETTINGS =
            Map.of("PARLEY_BOT_DIVISOR", "0", "PARLEY_INBOX_POLLING", "false", "LOGGING_LEVEL_ROOT", "error");

    private static final int EACH = 50;
    private static final Duration BETWEEN_ORDERS = Duration.ofSeconds(1);

    private final BenchInstance instance;
    private final Workload workload;
    private final Bots idle;
    private final List<ServerProcess> nodes;

    LoadedNodes(BenchInstance instance, Workload workload, int bots) {
        this.instance = instance;
        this.workload = workload;
        this.idle = Bots.idle(bots);
        this.nodes = Stream.of("load1", "load2").map(this::start).toList();
    }

    private ServerProcess start(String name) {
        return instance.parts().startServer(ServerOptions.node(name).withEnvironment(SETTINGS));
    }

    /** The one that things happen to. */
    ServerProcess victim() {
        return nodes.getLast();
    }

    LocalDatabase database() {
        return instance.parts().database().orElseThrow();
    }

    /** As the superuser, beside the one that orders and measures. */
    Connection connection() throws SQLException {
        var superuser = database().superuser();
        return DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password());
    }

    /** After the database was gone. */
    void reconnect() {
        instance.connection().resetConnection();
    }

    /** Without new orders; there are enough. */
    void waitFor(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }

    /** Goes on for so long. */
    void workFor(Duration length) {
        var end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            workload.queue(idle, EACH, Duration.ZERO);
            workload.begin();
            LockSupport.parkNanos(Math.min(BETWEEN_ORDERS.toNanos(), end - System.nanoTime()));
        }
    }

    /** Actions per second while it goes on for so long. */
    double rate(Duration length) {
        var began = workload.now();
        workFor(length);
        return rateBetween(began, workload.now());
    }

    private double rateBetween(OffsetDateTime began, OffsetDateTime ended) {
        var done = instance.superuser()
                .sql("""
                        select count(*) from activity_logs
                        where action = 'follow' and status = 'succeeded' and created_at >= :began and created_at < :ended
                        """)
                .param("began", began)
                .param("ended", ended)
                .query(Long.class)
                .single();
        return done / (Duration.between(began, ended).toMillis() / 1000.0);
    }

    @Override
    public void close() {
        nodes.forEach(ServerProcess::close);
    }
}
