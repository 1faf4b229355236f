package dev.parley.cli.instance;

import com.sun.management.OperatingSystemMXBean;
import dev.parley.cli.process.ChildProcess;
import dev.parley.cli.process.Patience;
import dev.parley.cli.process.Problem;
import dev.parley.cli.process.RunRecord;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A PostgreSQL of the instance's own: on 127.0.0.1 and a free port, data in the data folder, every connection by password, fsync
 * on. The server's role owns its database but is no superuser.
 */
public final class LocalDatabase implements AutoCloseable {

    public static final String NAME = "postgres";

    static final String OWNER = "parley_owner";
    private static final String DATABASE = "parley";
    private static final String SUPERUSER = "postgres";
    private static final String HOST = "127.0.0.1";
    private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(30);
    private static final Patience START = Patience.ofSeconds(60);
    private static final int TAIL = 5;

    /** The part of the machine's memory in which PostgreSQL keeps its pages at hand; what it does not need of it, it does not take. */
    private static final int MEMORY_SHARE = 16;

    private static final long LEAST_SHARED_MB = 128;
    private static final long MOST_SHARED_MB = 1024;

    // glibc would give memory back after most statements and take it again for the next.
    private static final Map<String, String> KEEPS_ITS_MEMORY =
            Map.of("MALLOC_TRIM_THRESHOLD_", "33554432", "MALLOC_TOP_PAD_", "1048576");

    private final DataFolder folder;
    private final PostgresCluster cluster;
    private final Map<String, String> settings;
    private final DatabaseAddress address;
    private ChildProcess process;

    private LocalDatabase(
            DataFolder folder, PostgresCluster cluster, Map<String, String> settings, DatabaseAddress address) {
        this.folder = folder;
        this.cluster = cluster;
        this.settings = Map.copyOf(settings);
        this.address = address;
        this.process = launch();
    }

    /**
     * Starts it, after making it if the folder has none; returns when it takes connections.
     *
     * @param settings PostgreSQL's own, on top of ours
     */
    public static LocalDatabase start(DataFolder folder, Home home, Map<String, String> settings) {
        var cluster = PostgresCluster.in(folder, PostgresBinaries.unpackedIn(home.prepared(folder)));
        var address = new DatabaseAddress(HOST, Ports.free(), DATABASE, OWNER, cluster.password());
        var database = new LocalDatabase(folder, cluster, settings, address);
        try {
            database.awaitConnections();
            return database;
        } catch (Problem e) {
            database.close();
            throw e;
        }
    }

    /** How the owner enters the database that another process has started for this folder; empty if none runs. */
    public static Optional<DatabaseAddress> runningFor(DataFolder folder) {
        return folder.running(NAME)
                .flatMap(RunRecord::port)
                .map(port -> new DatabaseAddress(HOST, port, DATABASE, OWNER, PostgresCluster.password(folder)));
    }

    /** How the superuser enters that one. */
    public static Optional<DatabaseAddress> superuserOfRunning(DataFolder folder) {
        return runningFor(folder).map(owner -> owner.as(SUPERUSER, DATABASE));
    }

    /** The version of the programs that it would be started with, like 18.1. */
    public static String version(DataFolder folder, Home home) {
        return PostgresBinaries.unpackedIn(home.prepared(folder)).version();
    }

    private ChildProcess launch() {
        var child = ChildProcess.start(new ChildProcess.Launch(
                NAME,
                cluster.program(),
                cluster.command(serverArguments()),
                KEEPS_ITS_MEMORY,
                folder.log(NAME),
                folder.records()));
        child.listensOn(Map.of(RunRecord.MAIN_PORT, address.port()));
        return child;
    }

    private List<String> serverArguments() {
        var arguments = new ArrayList<>(List.of("-p", Integer.toString(address.port())));
        var all = new TreeMap<>(Map.of(
                "listen_addresses", HOST,
                "unix_socket_directories", "",
                "fsync", "on",
                "log_line_prefix", "%m [%p] "));
        all.put("shared_buffers", sharedMegabytes() + "MB");
        all.putAll(settings);
        all.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }

    private static long sharedMegabytes() {
        var memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
        return Math.clamp(memory / MEMORY_SHARE, LEAST_SHARED_MB, MOST_SHARED_MB);
    }

    private void awaitConnections() {
        var connection = START.until(this::connectOrFail)
                .orElseThrow(() -> new Problem("PostgreSQL takes no connections: see " + folder.log(NAME)));
        try (connection) {
            createOwnerAndDatabase(connection);
        } catch (SQLException e) {
            throw new Problem("cannot prepare the database: " + e.getMessage(), e);
        }
    }

    private Optional<Connection> connectOrFail() {
        if (!process.isAlive()) {
            throw endedAtItsStart();
        }
        try {
            var superuser = address.as(SUPERUSER, SUPERUSER);
            return Optional.of(
                    DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password()));
        } catch (SQLException notYet) {
            return Optional.empty();
        }
    }

    private Problem endedAtItsStart() {
        var said = process.log().tail(TAIL);
        return new Problem(
                said.isEmpty()
                        ? "PostgreSQL ended at its start and could not write why to %s: is the disk full?"
                                .formatted(folder.log(NAME))
                        : "PostgreSQL ended at its start:\n" + String.join("\n", said));
    }

    private void createOwnerAndDatabase(Connection superuser) throws SQLException {
        if (!exists(superuser, "select from pg_roles where rolname = '" + OWNER + "'")) {
            execute(superuser, "create role %s login createrole password '%s'".formatted(OWNER, address.password()));
        }
        if (!exists(superuser, "select from pg_database where datname = '" + DATABASE + "'")) {
            execute(superuser, "create database %s owner %s".formatted(DATABASE, OWNER));
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** How the owner enters. */
    public DatabaseAddress address() {
        return address;
    }

    /** How the superuser enters: for measuring and breaking things, not for the server. */
    public DatabaseAddress superuser() {
        return address.as(SUPERUSER, DATABASE);
    }

    public ChildProcess process() {
        return process;
    }

    /** {@code kill -9} of all its processes: what is committed stays, the next start recovers. */
    public void crash() {
        var workers = ProcessHandle.of(process.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
        process.kill();
        workers.forEach(ProcessHandle::destroyForcibly);
        workers.forEach(worker -> worker.onExit().join());
    }

    /** PostgreSQL's immediate shutdown: it ends without tidying up, and the next start recovers. */
    public void abort() {
        process.quit(FAST_SHUTDOWN);
    }

    /** Starts it again on the same port, after {@link #crash()}, {@link #abort()} or {@link #close()}. */
    public void startAgain() {
        process = launch();
        awaitConnections();
    }

    /** Ends all connections and stops it in order. */
    @Override
    public void close() {
        process.interrupt(FAST_SHUTDOWN);
    }
}
