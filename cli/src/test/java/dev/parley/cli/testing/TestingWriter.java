package dev.parley.cli.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes the numbers from 1 on into an instance's own database, each in a transaction of its own, until it is closed. */
public final class TestingWriter implements AutoCloseable {

    private static final int FILLING = 20_000;

    private final AtomicBoolean enough = new AtomicBoolean();
    private final CompletableFuture<Void> writing;

    public TestingWriter(Path dataFolder, int port) throws Exception {
        try (var connection = connect(dataFolder, port);
                var statement = connection.createStatement()) {
            statement.execute("create table numbers (n int, filling text)");
            statement.execute(
                    "insert into numbers select n, repeat('x', 500) from generate_series(1, %d) n".formatted(FILLING));
        }
        writing =
                CompletableFuture.runAsync(() -> write(dataFolder, port), Executors.newVirtualThreadPerTaskExecutor());
    }

    private static Connection connect(Path dataFolder, int port) throws Exception {
        var owner = new Properties();
        owner.put("user", "parley_owner");
        owner.put(
                "password",
                Files.readString(dataFolder.resolve("postgres-password")).strip());
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/parley".formatted(port), owner);
    }

    private void write(Path dataFolder, int port) {
        try (var connection = connect(dataFolder, port);
                var insert = connection.prepareStatement("insert into numbers values (?, repeat('y', 500))")) {
            for (var n = FILLING + 1; !enough.get(); n++) {
                insert.setInt(1, n);
                insert.execute();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many numbers there are in a database, if they are those from 1 on without a gap. */
    public static int numbersIn(Path dataFolder, int port) throws Exception {
        try (var connection = connect(dataFolder, port);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*), count(distinct n), max(n), sum(length(filling)) from numbers")) {
            rows.next();
            var count = rows.getInt(1);
            if (rows.getInt(2) != count || rows.getInt(3) != count || rows.getLong(4) != 500L * count) {
                throw new SQLException("numbers are missing");
            }
            return count;
        }
    }

    @Override
    public void close() {
        enough.set(true);
        writing.join();
    }
}
