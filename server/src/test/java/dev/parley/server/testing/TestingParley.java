package dev.parley.server.testing;

import dev.parley.server.ParleyServer;
import dev.parley.server.identity.HashCost;
import dev.parley.server.tenancy.TestingDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The whole server on a free port, with a database of its own. As a static {@code @RegisterExtension} it lives as long as its
 * test class.
 */
public final class TestingParley implements AfterAllCallback, AutoCloseable {

    /** Of everybody made here. */
    public static final String PASSWORD = "a quiet river at dawn";

    /** Hashes that take their time on purpose would take more than half of all tests' time. */
    private static final HashCost HASTY = new HashCost(64, 1);

    private final TestingDatabase database = TestingDatabase.create();
    private final SettableClock clock = new SettableClock();
    private final Path dataDir = temporaryFolder();
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final Consumer<GenericApplicationContext> beans;
    private ConfigurableApplicationContext application;
    private @Nullable TestingApi admin;

    private TestingParley(Map<String, String> more, Consumer<GenericApplicationContext> beans) {
        this.beans = beans;
        settings.put("server.port", 0);
        settings.put("parley.database.url", database.ownerUrl());
        settings.put("parley.data-dir", dataDir);
        settings.put("parley.inbox.polling", false);
        settings.put("parley.bot.verify-every", 0);
        settings.putAll(more);
        application = run();
    }

    public static TestingParley start() {
        return start(Map.of());
    }

    /** With properties that differ from the defaults. */
    public static TestingParley start(Map<String, String> settings) {
        return new TestingParley(settings, context -> {});
    }

    /** With beans beside the server's own. */
    public static TestingParley start(Map<String, String> settings, Consumer<GenericApplicationContext> beans) {
        return new TestingParley(settings, beans);
    }

    public TestingDatabase database() {
        return database;
    }

    public SettableClock clock() {
        return clock;
    }

    public Path dataDir() {
        return dataDir;
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return application.getBeansOfType(type).values();
    }

    public String setting(String name) {
        return application.getEnvironment().getRequiredProperty(name);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + path);
    }

    /** The API as a stranger sees it. */
    public TestingApi api() {
        return TestingApi.of(uri("/"));
    }

    /** Signs in; the password must not be due for a change for the token to open anything. */
    public TestingApi as(String username, String password) {
        var answer = api().post("/api/auth/login", TestingApi.login(username, password));
        if (answer.status() != 200) {
            throw new IllegalStateException("No sign-in as " + username + ": " + answer.text());
        }
        return api().token(answer.field("token"));
    }

    /** The administrator, whose first password is changed at the first call. */
    public synchronized TestingApi admin() {
        var first = dataDir.resolve("admin-password");
        if (Files.exists(first)) {
            admin = pastTheFirstPassword(read(first).strip());
        }
        if (admin == null || admin.get("/api/me").status() != 200) {
            admin = as("admin", PASSWORD);
        }
        return admin;
    }

    /** A new person with the password {@link #PASSWORD}, signed in, and the same for everybody who is there already. */
    public TestingApi person(String username) {
        var answer = admin().post(
                        "/api/users",
                        TestingApi.json("{'username': '%s', 'email': '%s@example.org'}".formatted(username, username)));
        if (answer.status() == 201) {
            settle(username);
        }
        return as(username, PASSWORD);
    }

    /** Past the first password, with the administrator's: each hash of its own takes its time on purpose. */
    private void settle(String username) {
        database.owner().sql("""
                        update users
                        set password_hash = (select password_hash from users where username = 'admin'), must_change_password = false
                        where username = :name""").param("name", username).update();
    }

    /** A stranger with a browser. */
    public TestingVisitor visitor() {
        return TestingVisitor.of(uri("/"));
    }

    /** A person as {@link #person} gives, signed in with a browser. */
    public TestingVisitor visitor(String username) {
        person(username);
        var visitor = visitor();
        visitor.get("/login");
        var answer = visitor.submit("/login", "username", username, "password", PASSWORD);
        if (!answer.location().equals("/")) {
            throw new IllegalStateException("No sign-in as " + username + ": " + answer.words());
        }
        return visitor;
    }

    private TestingApi pastTheFirstPassword(String first) {
        var me = as("admin", first);
        var change = TestingApi.json("{'current_password': '%s', 'new_password': '%s'}".formatted(first, PASSWORD));
        var answer = me.put("/api/users/" + me.get("/api/me").field("id") + "/change-password", change);
        if (answer.status() != 200) {
            throw new IllegalStateException("No change of the first password: " + answer.text());
        }
        return me;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Stops the server and starts it again on the same database and data folder. */
    public void restart() {
        stop();
        startAgain();
    }

    /** Stops the server; database and data folder stay. */
    public void stop() {
        application.close();
        admin = null;
    }

    /** After {@link #stop}. */
    public void startAgain() {
        application = run();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        application.close();
        database.close();
    }

    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(ParleyServer.class)
                .initializers(context -> beans.accept((GenericApplicationContext) context))
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("settableClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("hastyHashes", HashCost.class, () -> HASTY, bean -> bean.setPrimary(true)))
                .properties(settings)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("parley-test");
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }
}
