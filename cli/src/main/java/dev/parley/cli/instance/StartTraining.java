package dev.parley.cli.instance;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.parley.cli.process.ChildProcess;
import dev.parley.cli.process.Leftovers;
import dev.parley.cli.process.Patience;
import dev.parley.cli.process.Problem;
import dev.parley.cli.process.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One start of the server against a throwaway database, during which Java notes what a start needs; with the notes, later starts
 * take half the time. Done once per server jar and Java version; if it fails, starts are only slower.
 */
final class StartTraining {

    private static final Patience LIMIT = Patience.ofSeconds(240);
    private static final String NAME = "training";

    private final Home home;
    private final ServerApp application;
    private final DataFolder instance;
    private final Progress progress;

    StartTraining(Home home, ServerApp application, DataFolder instance, Progress progress) {
        this.home = home;
        this.application = application;
        this.instance = instance;
        this.progress = progress;
    }

    /** Does nothing while another instance trains: that one's notes will serve both. */
    void trainOnce() {
        ProcessLock.tryTake(beside(".lock")).ifPresent(lock -> {
            try (lock) {
                trainUnlessDone();
            }
        });
    }

    private void trainUnlessDone() {
        var failedBefore = beside(".failed");
        if (Files.exists(application.startCache()) || Files.exists(failedBefore)) {
            return;
        }
        progress.step("Learning how to start faster (once for this version of the server, some 20 seconds)");
        try {
            train();
        } catch (Problem | IOException e) {
            progress.step("That did not work, so starts stay slower: see " + instance.log(NAME));
            remember(failedBefore);
        } finally {
            cleanUp(instance);
        }
    }

    private void train() throws IOException {
        var folder = throwaway(instance).create();
        try (var database = LocalDatabase.start(folder, home, Map.of("fsync", "off"))) {
            var fresh = beside(".new");
            var server = ChildProcess.start(new ChildProcess.Launch(
                    NAME,
                    home.java(),
                    command(fresh),
                    environment(folder, database),
                    instance.log(NAME),
                    folder.records()));
            if (!LIMIT.until(() -> !server.isAlive()) || server.exitStatus() != 0) {
                throw new IOException("training failed");
            }
            Files.move(fresh, application.startCache(), ATOMIC_MOVE);
        }
    }

    private Path beside(String suffix) {
        return Path.of(application.startCache() + suffix);
    }

    private List<String> command(Path cache) {
        return List.of(
                home.java().toString(),
                "-XX:AOTCacheOutput=" + cache,
                "-Dspring.context.exit=onRefresh",
                "-jar",
                application.jar().toString());
    }

    private static Map<String, String> environment(DataFolder folder, LocalDatabase database) {
        var settings = InstanceSettings.onFreePorts(folder.root());
        var environment = new HashMap<>(
                ServerLaunch.environment(settings, database.address().url(), "http://127.0.0.1:1"));
        environment.put("PORT", Integer.toString(Ports.ANY));
        environment.put(
                "PARLEY_READY_FILE", folder.records().resolve(NAME + ".ready").toString());
        return environment;
    }

    private static void remember(Path failedBefore) {
        try {
            Files.createFile(failedBefore);
        } catch (IOException e) {
            throw new Problem("cannot write " + failedBefore + ": " + e.getMessage(), e);
        }
    }

    /** Ends and deletes what an interrupted training left in an instance's folder. */
    static void cleanUp(DataFolder instance) {
        var folder = throwaway(instance);
        Leftovers.stop(folder.records());
        Folders.delete(folder.root());
    }

    private static DataFolder throwaway(DataFolder instance) {
        return new DataFolder(instance.root().resolve("training"));
    }
}
