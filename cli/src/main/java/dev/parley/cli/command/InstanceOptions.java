package dev.parley.cli.command;

import dev.parley.cli.instance.DataFolder;
import dev.parley.cli.instance.InstagramMode;
import dev.parley.cli.instance.InstanceSettings;
import dev.parley.cli.instance.LogFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What an instance is to be, as told by flags, environment and {@code .env}. */
final class InstanceOptions {

    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_NODES = 16;

    @Mixin
    private StorageOptions storage = new StorageOptions();

    @Option(names = "--port", paramLabel = "PORT", description = "Where people and programs come in (default: 8080).")
    private int port = 8080;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description = "How many servers; those after the first are on free ports (default: 1).")
    private int nodes = 1;

    @Option(names = "--sandbox-port", paramLabel = "PORT", description = "Where the fake Instagram is (default: 8090).")
    private int sandboxPort = 8090;

    @Option(
            names = "--instagram",
            paramLabel = "sandbox|live",
            description = "Which Instagram (default: sandbox); fixed for a data folder at its first start.")
    private @Nullable InstagramMode mode;

    @Option(names = "--log-format", paramLabel = "json|text", description = "How the server logs (default: json).")
    private LogFormat logFormat = LogFormat.JSON;

    DataFolder folder() {
        return storage.folder();
    }

    InstanceSettings settings(CommandLine command, Settings outside) {
        demandPort(command, "--port", port);
        demandPort(command, "--sandbox-port", sandboxPort);
        if (nodes < 1 || nodes > MOST_NODES) {
            throw new ParameterException(command, "--nodes must be a number from 1 to " + MOST_NODES);
        }
        return new InstanceSettings(
                folder(),
                nodes,
                port,
                sandboxPort,
                mode == null ? folder().mode().orElse(InstagramMode.SANDBOX) : mode,
                storage.databaseUrl(),
                Map.of(),
                storage.keyFile(),
                logFormat,
                words(outside.value("JAVA_OPTS").orElse("")),
                outside.onlyInFile());
    }

    private static void demandPort(CommandLine command, String flag, int value) {
        if (value < 0 || value > HIGHEST_PORT) {
            throw new ParameterException(command, "%s must be a number from 0 to %d".formatted(flag, HIGHEST_PORT));
        }
    }

    private static List<String> words(String options) {
        return options.isBlank() ? List.of() : List.of(options.strip().split("\\s+"));
    }
}
