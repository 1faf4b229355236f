package dev.parley.cli.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What is set outside of the command line: in the environment, or else in {@code .env} of the current folder. */
public final class Settings implements IDefaultValueProvider {

    private static final Map<String, String> VARIABLES = Map.of(
            "--port", "PORT",
            "--sandbox-port", "SANDBOX_PORT",
            "--data-dir", "DATA_DIR",
            "--instagram", "PARLEY_INSTAGRAM",
            "--database-url", "DATABASE_URL",
            "--key-file", "PARLEY_KEY_FILE",
            "--log-format", "LOG_FORMAT");

    private final Map<String, String> environment;
    private final Map<String, String> file;

    Settings(Map<String, String> environment, Map<String, String> file) {
        this.environment = environment;
        this.file = file;
    }

    public static Settings here() {
        return new Settings(System.getenv(), EnvironmentFile.read(Path.of(".env")));
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option ? valueFor(option.longestName()) : null;
    }

    private @Nullable String valueFor(String flag) {
        var variable = VARIABLES.get(flag);
        return variable == null ? null : value(variable).orElse(null);
    }

    Optional<String> value(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isEmpty())
                .or(() -> Optional.ofNullable(file.get(variable)));
    }

    /** What only the file says; the environment reaches child processes by itself. */
    Map<String, String> onlyInFile() {
        var rest = new HashMap<>(file);
        rest.keySet().removeAll(environment.keySet());
        return rest;
    }
}
