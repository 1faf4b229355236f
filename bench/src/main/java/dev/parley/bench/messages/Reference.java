package dev.parley.bench.messages;

import dev.parley.bench.BenchInstance;
import dev.parley.bench.JsonCalls;
import dev.parley.bench.NodePackages;
import dev.parley.cli.instance.DatabaseAddress;
import dev.parley.instagram.browser.chromium.Chromium;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The peer: a small service of Express, Playwright and one row per message, as is usually written first. */
final class Reference implements AutoCloseable {

    private static final List<String> PACKAGES = List.of("express@5.1.0", "pg@8.16.3", "playwright-core@1.62.0");
    private static final String DATABASE = "reference";

    private final Process process;
    private final JsonCalls calls;
    private final List<String> accounts;
    private final String friend;
    private int sent;

    private Reference(Process process, JsonCalls calls, List<String> accounts, String friend) {
        this.process = process;
        this.calls = calls;
        this.accounts = accounts;
        this.friend = friend;
    }

    /** Once for all of them. */
    static void prepareDatabase(BenchInstance instance) throws SQLException {
        instance.superuser().sql("create database " + DATABASE).update();
        var address = databaseOf(instance);
        try (var connection = DriverManager.getConnection(jdbcUrlOf(address), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table sent_messages (
                        id bigint generated always as identity primary key, username text not null, recipient text not null,
                        content text not null, status text not null, at timestamptz not null default now());
                    create index on sent_messages (username, at)""");
        }
    }

    private static DatabaseAddress databaseOf(BenchInstance instance) {
        return instance.parts().database().orElseThrow().superuser();
    }

    private static String jdbcUrlOf(DatabaseAddress address) {
        return "jdbc:postgresql://%s:%d/%s".formatted(address.host(), address.port(), DATABASE);
    }

    /** @param browsers {@code launched} for each message, or {@code kept} */
    static Reference start(BenchInstance instance, Instagram instagram, String browsers, int accounts)
            throws IOException, InterruptedException {
        var script = NodePackages.install("reference", PACKAGES).script(Reference.class, "reference.cjs");
        var builder = new ProcessBuilder(
                        "node", script.toString(), instance.sandbox().toString(), program(), browsers)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        var address = databaseOf(instance);
        builder.environment()
                .putAll(Map.of(
                        "DATABASE_URL",
                        "postgres://%s:%s@%s:%d/%s"
                                .formatted(
                                        address.user(), address.password(), address.host(), address.port(), DATABASE)));
        var process = builder.start();
        BufferedReader said = process.inputReader();
        var port = said.readLine();
        if (port == null) {
            throw new IOException("the reference did not start");
        }
        return new Reference(
                process,
                JsonCalls.to(URI.create("http://127.0.0.1:" + port)),
                instagram.makeAccounts(browsers, accounts),
                instagram.makeAccounts("friendof" + browsers, 1).getFirst());
    }

    private static String program() {
        if (Chromium.onThisMachine(true) instanceof Chromium.Program(var path)) {
            return path.toString();
        }
        throw new IllegalStateException("no Chromium is installed");
    }

    void signIn() throws Exception {
        Writers.atOnce(
                accounts.size(),
                n -> calls.post("/api/login", Map.of("username", accounts.get(n), "password", Instagram.PASSWORD)));
    }

    void send(int count) throws Exception {
        var first = sent;
        sent += count;
        Writers.atOnce(count, n -> sendOne(first + n));
    }

    private void sendOne(int number) {
        calls.post(
                "/api/messages/send",
                Map.of(
                        "username",
                        accounts.get(number % accounts.size()),
                        "recipient",
                        friend,
                        "content",
                        "Message " + number));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroy();
    }
}
