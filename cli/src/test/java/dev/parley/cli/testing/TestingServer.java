package dev.parley.cli.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** What the command line expects of the server's program, and a counter of its starts in the database. */
public final class TestingServer {

    public static final String REFUSES_TO_START = "TESTING_SERVER_REFUSES_TO_START";

    private static final int DIED = 7;

    private TestingServer() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("extract")) {
            extractTo(Path.of(arguments[arguments.length - 1]));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("admin-reset")) {
            System.out.println("fresh-password after " + countStart() + " starts");
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("add-key")) {
            System.out.println("a new key");
            return;
        }
        if (System.getenv(REFUSES_TO_START) != null) {
            System.err.println("parley: the key does not fit this database");
            System.exit(1);
        }
        serve();
        if ("onRefresh".equals(System.getProperty("spring.context.exit"))) {
            System.exit(0);
        }
    }

    private static void extractTo(Path folder) throws IOException {
        var jar = Path.of(System.getProperty("java.class.path"));
        Files.createDirectories(folder);
        Files.copy(jar, folder.resolve(jar.getFileName()));
    }

    private static void serve() throws IOException, SQLException {
        var starts = countStart();
        demandTheDatabasesKey();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(env("PORT"))), 0);
        server.createContext("/starts", exchange -> answer(exchange, Integer.toString(starts)));
        server.createContext("/instagram", exchange -> answer(exchange, env("PARLEY_INSTAGRAM")));
        server.createContext("/die", exchange -> Runtime.getRuntime().halt(DIED));
        server.createContext("/actuator/health", exchange -> answer(exchange, "{\"status\":\"UP\"}"));
        server.start();
        System.out.println("the stand-in serves");
        Files.writeString(Path.of(env("PARLEY_DATA_DIR"), "admin-password"), "first-password\n");
        announce(server.getAddress().getPort());
    }

    private static int countStart() throws SQLException {
        try (var connection = database();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists starts (at timestamptz default now())");
            statement.execute("insert into starts default values");
            try (var rows = statement.executeQuery("select count(*) from starts")) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** The key is made at the first start; a database that was written with another one is refused. */
    private static void demandTheDatabasesKey() throws IOException, SQLException {
        var file = Path.of(env("PARLEY_DATA_DIR"), "key");
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, UUID.randomUUID().toString());
        }
        try (var connection = database();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists key_check (only_one int primary key, key text)");
            statement.execute(
                    "insert into key_check values (1, '%s') on conflict do nothing".formatted(Files.readString(file)));
            try (var rows = statement.executeQuery("select key from key_check")) {
                rows.next();
                if (!rows.getString(1).equals(Files.readString(file))) {
                    System.err.println("parley: the key does not fit this database");
                    System.exit(1);
                }
            }
        }
    }

    private static Connection database() throws SQLException {
        var url = URI.create(env("DATABASE_URL"));
        var who = url.getUserInfo().split(":");
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d%s".formatted(url.getHost(), url.getPort(), url.getPath()), who[0], who[1]);
    }

    private static void announce(int port) throws IOException {
        var ready = Path.of(env("PARLEY_READY_FILE"));
        var fresh = Path.of(ready + ".new");
        Files.writeString(
                fresh,
                "{\"pid\":%d,\"port\":%d,\"management_port\":%d}"
                        .formatted(ProcessHandle.current().pid(), port, port));
        Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private static String env(String name) {
        var value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is missing");
        }
        return value;
    }
}
