package dev.parley.bench;

import dev.parley.cli.instance.DatabaseAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The peer: PostgreSQL's own benchmark with prepared statements, on the same PostgreSQL. */
final class PgBench {

    private static final String DATABASE = "pgbench";
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without");
    private static final String SCALE = "10";
    private static final String SECONDS = "10";

    private final DatabaseAddress superuser;

    PgBench(DatabaseAddress superuser) {
        this.superuser = superuser;
    }

    void prepare() throws SQLException, IOException, InterruptedException {
        try (var connection = DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        }
        run("-i", "-q", "-s", SCALE);
    }

    /** What its transactions do, by pgbench's own names. */
    enum Script {
        /** Three updates, a select and an insert; all clients meet on a few rows. */
        TPCB_LIKE("tpcb-like"),
        /** The same without the two updates on which clients meet (what {@code -N} runs). */
        SIMPLE_UPDATE("simple-update");

        private final String word;

        Script(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** Transactions per second. */
    double transactionsPerSecond(Script script, int clients) throws IOException, InterruptedException {
        var output = run(
                "-b",
                script.toString(),
                "-M",
                "prepared",
                "-c",
                Integer.toString(clients),
                "-j",
                clients == 1 ? "1" : "2",
                "-T",
                SECONDS);
        var matcher = TPS.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("pgbench gave no figure: " + output);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("pgbench", "-h", superuser.host(), "-p", "" + superuser.port(), "-U"));
        command.add(superuser.user());
        command.addAll(List.of(arguments));
        command.add(DATABASE);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", superuser.password());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("pgbench failed: " + output);
        }
        return output;
    }
}
