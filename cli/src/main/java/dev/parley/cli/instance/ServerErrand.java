package dev.parley.cli.instance;

import dev.parley.cli.process.Problem;
import java.io.IOException;
import java.util.List;

/** Something that the server's program does once and then ends, whether or not the instance runs. */
public final class ServerErrand {

    private final Home home = Home.find();
    private final String word;
    private final InstanceSettings settings;

    /** @param word by which the program knows what to do */
    public ServerErrand(String word, InstanceSettings settings) {
        this.word = word;
        this.settings = settings;
    }

    /** Runs it in this terminal; returns its exit status. */
    public int run() {
        if (settings.folder().mode().isEmpty()) {
            throw new Problem("no instance has been started in %s yet: choose another one with --data-dir"
                    .formatted(settings.folder().root()));
        }
        if (settings.databaseUrl() != null) {
            return runOn(settings.databaseUrl());
        }
        if (settings.folder().running(FolderLock.HOLDER).isPresent()) {
            return runOn(runningDatabase().url());
        }
        try (var held = settings.folder().lock();
                var database = LocalDatabase.start(settings.folder(), home, settings.databaseSettings())) {
            return runOn(database.address().url());
        }
    }

    private DatabaseAddress runningDatabase() {
        return LocalDatabase.runningFor(settings.folder())
                .orElseThrow(() -> new Problem(
                        "the instance has no database of its own: give the --database-url that it was started with"));
    }

    private int runOn(String databaseUrl) {
        var application = ServerApp.unpackedIn(home.prepared(settings.folder()), home);
        var launch = ServerLaunch.of(home, application, settings, databaseUrl, "");
        var builder = new ProcessBuilder(launch.command(List.of(), List.of(word))).inheritIO();
        builder.environment().putAll(launch.environment());
        try {
            return builder.start().onExit().join().exitValue();
        } catch (IOException e) {
            throw new Problem("cannot start the server's program: " + e.getMessage(), e);
        }
    }
}
