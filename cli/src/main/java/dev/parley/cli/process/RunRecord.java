package dev.parley.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is written down of a running process, so that it is recognised by anybody who comes later.
 *
 * @param command the name of the executable
 * @param ports the ports it listens on, by purpose
 */
public record RunRecord(String name, long pid, Instant started, String command, Map<String, Integer> ports) {

    // A process's start is told relative to the boot, whose own time the kernel rounds to seconds.
    private static final Duration CLOCK_BLUR = Duration.ofSeconds(2);

    public static final String MAIN_PORT = "port";

    static RunRecord of(String name, String command, ProcessHandle process) {
        return new RunRecord(name, process.pid(), startOf(process), command, Map.of());
    }

    /** The record of this very process. */
    public static RunRecord ofThisProcess(String name) {
        return of(name, executable(ProcessHandle.current()), ProcessHandle.current());
    }

    public RunRecord withPorts(Map<String, Integer> known) {
        return new RunRecord(name, pid, started, command, known);
    }

    public Optional<Integer> port() {
        return Optional.ofNullable(ports.get(MAIN_PORT));
    }

    /** The process, if it still lives and is really this one: same number, same start, same program. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheOne);
    }

    private boolean isTheOne(ProcessHandle candidate) {
        var apart = Duration.between(started, startOf(candidate)).abs();
        return apart.compareTo(CLOCK_BLUR) <= 0 && runsTheCommand(candidate);
    }

    private boolean runsTheCommand(ProcessHandle candidate) {
        var running = executable(candidate);
        return running.equals(command) || ChildProcess.WRAPPERS.contains(running);
    }

    public void write(Path folder) {
        JsonFile.write(file(folder, name), this);
    }

    public static Optional<RunRecord> read(Path folder, String name) {
        return JsonFile.read(file(folder, name), RunRecord.class);
    }

    public static void delete(Path folder, String name) {
        try {
            Files.deleteIfExists(file(folder, name));
        } catch (IOException e) {
            throw new Problem("cannot delete " + file(folder, name) + ": " + e.getMessage(), e);
        }
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(name + ".json");
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static String executable(ProcessHandle process) {
        return process.info()
                .command()
                .map(path -> Path.of(path).getFileName().toString())
                .orElse("");
    }
}
