package dev.parley.cli.instance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an instance is to be.
 *
 * @param nodes how many servers run on its database; the others are on free ports
 * @param port of the first server node, on which people and programs come in; 0 for a free one
 * @param sandboxPort 0 for a free one
 * @param databaseUrl {@code postgresql://owner:password@host:port/database}, or null for a database of its own
 * @param databaseSettings PostgreSQL's own settings, on top of ours, for a database of its own
 * @param keyFile null for {@code key} in the data folder
 * @param javaOptions for every server process
 * @param environment for every server process, on top of what the instance says
 */
public record InstanceSettings(
        DataFolder folder,
        int nodes,
        int port,
        int sandboxPort,
        InstagramMode mode,
        @Nullable String databaseUrl,
        Map<String, String> databaseSettings,
        @Nullable Path keyFile,
        LogFormat logFormat,
        List<String> javaOptions,
        Map<String, String> environment) {

    public InstanceSettings {
        databaseSettings = Map.copyOf(databaseSettings);
        javaOptions = List.copyOf(javaOptions);
        environment = Map.copyOf(environment);
    }

    /** A sandbox instance on free ports, with a database of its own. */
    public static InstanceSettings onFreePorts(Path dataFolder) {
        return new InstanceSettings(
                new DataFolder(dataFolder),
                1,
                Ports.ANY,
                Ports.ANY,
                InstagramMode.SANDBOX,
                null,
                Map.of(),
                null,
                LogFormat.JSON,
                List.of(),
                Map.of());
    }

    public InstanceSettings withDatabaseSettings(Map<String, String> settings) {
        return new InstanceSettings(
                folder,
                nodes,
                port,
                sandboxPort,
                mode,
                databaseUrl,
                settings,
                keyFile,
                logFormat,
                javaOptions,
                environment);
    }

    public InstanceSettings withEnvironment(Map<String, String> variables) {
        return new InstanceSettings(
                folder,
                nodes,
                port,
                sandboxPort,
                mode,
                databaseUrl,
                databaseSettings,
                keyFile,
                logFormat,
                javaOptions,
                variables);
    }
}
