package dev.parley.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A process that this one started. It has a session of its own, so that Ctrl-C in a terminal reaches only the one who can stop
 * everything in order; its output goes to a log, and a record of it lies in the data folder as long as it lives.
 */
public final class ChildProcess {

    static final Set<String> WRAPPERS = Set.of("setsid", "unshare");

    private static final String OWN_SESSION = "setsid";

    private final Process process;
    private final Launch launch;
    private final Log log;

    private ChildProcess(Process process, Launch launch, Log log) {
        this.process = process;
        this.launch = launch;
        this.log = log;
    }

    /**
     * What to start.
     *
     * @param name names the record and appears in messages
     * @param program the executable that the command ends up in, after wrappers
     * @param environment on top of this process's own
     * @param records the folder for the record
     */
    public record Launch(
            String name, Path program, List<String> command, Map<String, String> environment, Path log, Path records) {}

    public static ChildProcess start(Launch launch) {
        var log = Log.fromNowOn(launch.log());
        var builder = new ProcessBuilder(inOwnSession(launch.command()))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        try {
            var child = new ChildProcess(builder.start(), launch, log);
            child.record().write(launch.records());
            return child;
        } catch (IOException e) {
            throw new Problem("cannot start %s: %s".formatted(launch.name(), e.getMessage()), e);
        }
    }

    private static List<String> inOwnSession(List<String> command) {
        if (!isOnPath(OWN_SESSION)) {
            return command;
        }
        var whole = new ArrayList<>(List.of(OWN_SESSION));
        whole.addAll(command);
        return whole;
    }

    private static boolean isOnPath(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    public RunRecord record() {
        return RunRecord.of(launch.name(), launch.program().getFileName().toString(), process.toHandle());
    }

    /** Adds the ports to the record in the data folder. */
    public void listensOn(Map<String, Integer> ports) {
        record().withPorts(ports).write(launch.records());
    }

    public String name() {
        return launch.name();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public CompletableFuture<ChildProcess> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    /** Only once it has ended. */
    public int exitStatus() {
        return process.exitValue();
    }

    /** What this process has written since its start. */
    public Log log() {
        return log;
    }

    /** SIGTERM, and SIGKILL when the patience is over. */
    public void stop(Duration patience) {
        process.destroy();
        Signal.CONT.send(pid());
        end(patience);
    }

    /** SIGINT, and SIGKILL when the patience is over. */
    public void interrupt(Duration patience) {
        Signal.INT.send(pid());
        end(patience);
    }

    /** SIGQUIT, and SIGKILL when the patience is over. */
    public void quit(Duration patience) {
        Signal.QUIT.send(pid());
        end(patience);
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        end(Duration.ZERO);
    }

    /** SIGSTOP: the process stands still until {@link #resume()}. */
    public void pause() {
        Signal.STOP.send(pid());
    }

    /** SIGCONT. */
    public void resume() {
        Signal.CONT.send(pid());
    }

    private void end(Duration patience) {
        if (!new Patience(patience).until(() -> !process.isAlive())) {
            process.destroyForcibly();
            process.onExit().join();
        }
        RunRecord.delete(launch.records(), launch.name());
    }
}
