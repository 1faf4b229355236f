package dev.parley.cli.testing;

import dev.parley.cli.Parley;
import dev.parley.cli.process.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs commands as a person would type them: each a process of its own. */
public final class TestingTerminal {

    private static final Patience PATIENCE = Patience.ofSeconds(120);

    private final Path folder;
    private final Path home = TestingHome.folder();
    private int count;

    /** @param folder the current folder of the commands */
    public TestingTerminal(Path folder) {
        this.folder = folder;
    }

    /** A command that runs, or has run. */
    public record Typed(Process process, Path output) {

        public String text() {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        public Typed awaitText(String expected) {
            if (!PATIENCE.until(() -> text().contains(expected) || !process.isAlive()) || !text().contains(expected)) {
                throw new AssertionError("expected \"%s\" in:%n%s".formatted(expected, text()));
            }
            return this;
        }

        public int exitStatus() {
            if (!PATIENCE.until(() -> !process.isAlive())) {
                throw new AssertionError("does not end:\n" + text());
            }
            return process.exitValue();
        }
    }

    /** Types a command and waits until it has ended. */
    public Typed run(String... arguments) {
        var typed = start(Map.of(), arguments);
        typed.exitStatus();
        return typed;
    }

    public Typed start(Map<String, String> environment, String... arguments) {
        var output = folder.resolve("output-" + ++count);
        var builder = new ProcessBuilder(command(arguments))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            return new Typed(builder.start(), output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dparley.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Parley.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }
}
