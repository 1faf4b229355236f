package dev.parley.sandbox;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The command line. */
record SandboxOptions(
        String host, int port, long seed, @Nullable Path dataDir) {
    private static final String USAGE = "use --port N, --host ADDRESS, --data-dir DIR, --seed N";
    private static final int HIGHEST_PORT = 65_535;

    static SandboxOptions parse(String[] arguments, int defaultPort) {
        var options = new SandboxOptions("127.0.0.1", defaultPort, 1, null);
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " lacks its value: " + USAGE);
            }
            options = options.with(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private SandboxOptions with(String name, String value) {
        return switch (name) {
            case "--host" -> new SandboxOptions(value, port, seed, dataDir);
            case "--port" -> new SandboxOptions(host, (int) number(name, value, 0, HIGHEST_PORT), seed, dataDir);
            case "--seed" ->
                new SandboxOptions(host, port, number(name, value, Long.MIN_VALUE, Long.MAX_VALUE), dataDir);
            case "--data-dir" -> new SandboxOptions(host, port, seed, Path.of(value));
            default -> throw new IllegalArgumentException("Unknown option " + name + ": " + USAGE);
        };
    }

    private static long number(String name, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // falls through to the same sentence as a number out of range
        }
        throw new IllegalArgumentException(name + " must be a number between " + least + " and " + most);
    }
}
