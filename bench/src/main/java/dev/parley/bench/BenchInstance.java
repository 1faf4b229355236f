package dev.parley.bench;

import dev.parley.cli.instance.Instance;
import dev.parley.cli.instance.InstanceSettings;
import dev.parley.cli.instance.Progress;
import dev.parley.server.ParleyServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** An instance whose server runs in this process, where its meters can be read; database and sandbox are processes of their own. */
public record BenchInstance(
        Instance parts, SingleConnectionDataSource connection, ConfigurableApplicationContext server)
        implements AutoCloseable {

    public static BenchInstance start(Map<String, String> databaseSettings, String... arguments) throws IOException {
        return start(databaseSettings, Clock.systemUTC(), arguments);
    }

    /** @param clock by which the server's own code goes, where it does not go by the database's */
    public static BenchInstance start(Map<String, String> databaseSettings, Clock clock, String... arguments)
            throws IOException {
        var folder = Files.createTempDirectory("parley-bench");
        var settings = InstanceSettings.onFreePorts(folder).withDatabaseSettings(databaseSettings);
        var parts = Instance.startWithoutServer(settings, Progress.SILENT);
        var superuser = parts.database().orElseThrow().superuser();
        return new BenchInstance(
                parts,
                new SingleConnectionDataSource(superuser.jdbcUrl(), superuser.user(), superuser.password(), true),
                server(parts, clock, arguments));
    }

    private static ConfigurableApplicationContext server(Instance parts, Clock clock, String... arguments) {
        var always = Stream.of(
                "--server.port=0",
                "--parley.database.url="
                        + parts.database().orElseThrow().address().url(),
                "--parley.data-dir=" + parts.folder().root(),
                "--parley.sandbox-url=" + parts.sandbox().orElseThrow().address(),
                "--parley.account.per-workspace=1000",
                // many accounts take longer to sign in than a session counts as used lately
                "--parley.account.check-after=1d",
                "--logging.level.root=warn");
        return new SpringApplicationBuilder(ParleyServer.class)
                .initializers(server -> ((GenericApplicationContext) server)
                        .registerBean("benchClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(Stream.concat(always, Stream.of(arguments)).toArray(String[]::new));
    }

    /** Whatever the application's role may not do. */
    public JdbcClient superuser() {
        return JdbcClient.create(connection);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public URI sandbox() {
        return parts.sandbox().orElseThrow().address();
    }

    @Override
    public void close() {
        server.close();
        connection.destroy();
        parts.close();
    }
}
