package dev.parley.cli.instance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What all server processes of an instance have in common.
 *
 * @param environment secret: it holds the database's password
 */
record ServerLaunch(
        Path java, ServerApp app, DataFolder folder, List<String> javaOptions, Map<String, String> environment) {

    static ServerLaunch of(Home home, ServerApp app, InstanceSettings settings, String databaseUrl, String sandboxUrl) {
        return new ServerLaunch(
                home.java(),
                app,
                settings.folder(),
                settings.javaOptions(),
                Map.copyOf(environment(settings, databaseUrl, sandboxUrl)));
    }

    static Map<String, String> environment(InstanceSettings settings, String databaseUrl, String sandboxUrl) {
        var environment = new HashMap<String, String>();
        environment.put("DATABASE_URL", databaseUrl);
        environment.put("PARLEY_DATA_DIR", settings.folder().root().toString());
        environment.put("PARLEY_INSTAGRAM", settings.mode().word());
        environment.put("LOG_FORMAT", settings.logFormat().word());
        if (!sandboxUrl.isEmpty()) {
            environment.put("PARLEY_SANDBOX_URL", sandboxUrl);
        }
        if (settings.keyFile() != null) {
            environment.put("PARLEY_KEY_FILE", settings.keyFile().toString());
        }
        environment.putAll(settings.environment());
        return environment;
    }

    List<String> command(List<String> moreJavaOptions, List<String> arguments) {
        var command = new ArrayList<>(List.of(java.toString(), "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(app.startCacheOptions());
        command.addAll(javaOptions);
        command.addAll(moreJavaOptions);
        command.addAll(List.of("-jar", app.jar().toString()));
        command.addAll(arguments);
        return command;
    }

    /** Leaves the environment out. */
    @Override
    public String toString() {
        return "ServerLaunch[app=" + app + "]";
    }
}
