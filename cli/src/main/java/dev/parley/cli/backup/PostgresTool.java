package dev.parley.cli.backup;

import dev.parley.cli.instance.GivenDatabase;
import dev.parley.cli.process.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One of PostgreSQL's own programs, as it is installed on this machine.
 *
 * @param major its version
 */
record PostgresTool(Path program, int major) {

    private static final Path ROOT = Path.of("/");
    private static final List<String> USUAL_FOLDERS =
            List.of("usr/lib/postgresql", "usr", "opt/homebrew/opt", "usr/local/opt", "Library/PostgreSQL");
    private static final int LINES = 5;

    /** The newest there is. */
    static PostgresTool find(String name, int atLeast) {
        var newest = places().map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .map(PostgresTool::of)
                .max(Comparator.comparingInt(PostgresTool::major));
        return newest.filter(found -> found.major() >= atLeast)
                .orElseThrow(() -> new Problem(
                        "the database's server is a PostgreSQL %1$d, and %2$s of version %1$d or newer is needed; %3$s: install it (on Debian: apt-get install postgresql-client-%1$d)"
                                .formatted(
                                        atLeast,
                                        name,
                                        newest.map(PostgresTool::found).orElse("there is none"))));
    }

    private String found() {
        return "there is one of version %d".formatted(major);
    }

    private static Stream<Path> places() {
        var onPath =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).map(Path::of);
        return Stream.concat(onPath, USUAL_FOLDERS.stream().map(ROOT::resolve).flatMap(PostgresTool::versionsIn));
    }

    private static Stream<Path> versionsIn(Path folder) {
        try (var versions = Files.list(folder)) {
            return versions.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException notThere) {
            return Stream.empty();
        }
    }

    private static PostgresTool of(Path program) {
        var line = run(List.of(program.toString(), "--version"), Map.of()).output();
        var version = line.replaceFirst("^[^0-9]*", "");
        return new PostgresTool(program, version.isEmpty() ? 0 : Manifest.major(version));
    }

    private record Ran(int status, String output) {}

    /** Runs it in the name of whom the database's URL names. */
    void run(GivenDatabase database, List<String> arguments) {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        var ran = run(command, database.environment());
        if (ran.status() != 0) {
            var lines = ran.output().lines().toList();
            throw new Problem("%s failed:%n%s"
                    .formatted(
                            program,
                            String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()))));
        }
    }

    private static Ran run(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Ran(process.onExit().join().exitValue(), output);
        } catch (IOException e) {
            throw new Problem("cannot start %s: %s".formatted(command.getFirst(), e.getMessage()), e);
        }
    }
}
