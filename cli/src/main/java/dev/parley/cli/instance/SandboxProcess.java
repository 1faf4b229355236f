package dev.parley.cli.instance;

import dev.parley.cli.process.ChildProcess;
import dev.parley.cli.process.LastWords;
import dev.parley.cli.process.Patience;
import dev.parley.cli.process.Problem;
import dev.parley.cli.process.RunRecord;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fake Instagram, as a process of its own. */
public final class SandboxProcess implements AutoCloseable {

    public static final String NAME = "sandbox";

    private static final Pattern READY = Pattern.compile("http://[^\\s/]+:(\\d+)");
    private static final Patience START = Patience.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Home home;
    private final DataFolder folder;
    private int port;
    private ChildProcess process;

    private SandboxProcess(Home home, DataFolder folder, int port) {
        this.home = home;
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    /** Starts it without waiting for {@link #awaitReady()}. */
    static SandboxProcess launch(Home home, DataFolder folder, int port) {
        return new SandboxProcess(home, folder, port);
    }

    private ChildProcess launch() {
        var command = List.of(
                home.java().toString(),
                "-jar",
                home.sandboxJar().toString(),
                "--port",
                Integer.toString(port),
                "--data-dir",
                folder.sandbox().toString());
        return ChildProcess.start(
                new ChildProcess.Launch(NAME, home.java(), command, Map.of(), folder.log(NAME), folder.records()));
    }

    void awaitReady() {
        port = START.until(this::readyPort)
                .orElseThrow(() -> new Problem("the sandbox does not get ready: see " + folder.log(NAME)));
        process.listensOn(Map.of(RunRecord.MAIN_PORT, port));
    }

    private Optional<Integer> readyPort() {
        if (!process.isAlive()) {
            throw LastWords.of("the sandbox", process);
        }
        return process.log().lines().stream()
                .map(READY::matcher)
                .filter(line -> line.find())
                .map(line -> Integer.valueOf(line.group(1)))
                .findFirst();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public ChildProcess process() {
        return process;
    }

    /** Starts it again on the same port, after it was killed or closed. */
    public void startAgain() {
        process = launch();
        awaitReady();
    }

    @Override
    public void close() {
        process.stop(STOP);
    }
}
