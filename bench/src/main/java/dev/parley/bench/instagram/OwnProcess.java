package dev.parley.bench.instagram;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process of its own that is talked to by lines, and what the kernel counts of it. */
final class OwnProcess implements AutoCloseable {

    private static final int KIBI = 1024;

    private final Process process;
    private final Path errors;
    private final BufferedReader said;
    private final BufferedWriter told;

    private OwnProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.said = process.inputReader(StandardCharsets.UTF_8);
        this.told = process.outputWriter(StandardCharsets.UTF_8);
    }

    static OwnProcess start(List<String> command) throws IOException {
        Path errors = Files.createTempFile("parley-bench", ".log");
        errors.toFile().deleteOnExit();
        return new OwnProcess(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    /** The first line that it says from now on that begins so; the rest of it. */
    String await(String beginning) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length()).strip();
            }
        }
        throw new IllegalStateException("a process ended early: " + Files.readString(errors));
    }

    String ask(String line, String beginning) throws IOException {
        told.write(line + "\n");
        told.flush();
        return await(beginning);
    }

    long pid() {
        return process.pid();
    }

    /** Processor time that it has used so far, in microseconds. */
    double cpuMicros() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1000.0;
    }

    long residentBytes() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIBI)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        told.close();
        process.destroy();
        process.onExit().join();
    }
}
