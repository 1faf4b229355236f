package dev.parley.sandbox;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The command line. */
record SandboxOptions(
        String host, int port, long seed, @Nullable Path dataDir, DoorSettings.@Nullable Secure secure) {
    private static final String HOST = "--host";
    private static final String PORT = "--port";
    private static final String SEED = "--seed";
    private static final String DATA_DIR = "--data-dir";
    private static final String HTTPS_PORT = "--https-port";
    private static final String PROXY_PORT = "--proxy-port";
    private static final List<String> KNOWN = List.of(PORT, HOST, DATA_DIR, SEED, HTTPS_PORT, PROXY_PORT);
    private static final int HIGHEST_PORT = 65_535;

    static SandboxOptions parse(String[] arguments, int defaultPort) {
        Map<String, String> given = given(arguments);
        String folder = given.get(DATA_DIR);
        boolean secured = given.containsKey(HTTPS_PORT) || given.containsKey(PROXY_PORT);
        return new SandboxOptions(
                given.getOrDefault(HOST, "127.0.0.1"),
                port(given, PORT, defaultPort),
                number(given, SEED, 1, Long.MIN_VALUE, Long.MAX_VALUE),
                folder == null ? null : Path.of(folder),
                secured ? new DoorSettings.Secure(port(given, HTTPS_PORT, 0), port(given, PROXY_PORT, 0)) : null);
    }

    private static Map<String, String> given(String[] arguments) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!KNOWN.contains(arguments[i])) {
                throw new IllegalArgumentException("Unknown option " + arguments[i] + ": " + usage());
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " lacks its value: " + usage());
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        return given;
    }

    private static String usage() {
        return "use " + String.join(", ", KNOWN) + ", each with a value";
    }

    private static int port(Map<String, String> given, String name, int byDefault) {
        return (int) number(given, name, byDefault, 0, HIGHEST_PORT);
    }

    private static long number(Map<String, String> given, String name, long byDefault, long least, long most) {
        String value = given.get(name);
        if (value == null) {
            return byDefault;
        }
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
