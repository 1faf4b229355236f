package dev.parley.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sandbox as a process of its own, as a person would start it. */
final class TestingProcess implements AutoCloseable {
    private static final String READY = "Sandbox ready at ";

    private final Process process;
    private final BufferedReader output;

    private TestingProcess(Process process) {
        this.process = process;
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    static TestingProcess start(String... arguments) throws IOException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                Sandbox.class.getName()));
        command.addAll(List.of(arguments));
        return new TestingProcess(new ProcessBuilder(command).start());
    }

    String baseUrl() throws IOException {
        String line = output.readLine();
        if (line == null || !line.startsWith(READY)) {
            throw new IllegalStateException("Not ready: " + line + errors());
        }
        return line.substring(READY.length());
    }

    String errors() throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void terminate() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    int exitStatus() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
