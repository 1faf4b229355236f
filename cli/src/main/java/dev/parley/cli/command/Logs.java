package dev.parley.cli.command;

import dev.parley.cli.instance.DataFolder;
import dev.parley.cli.process.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "logs", description = "Shows what the processes have written.")
final class Logs implements Callable<Integer> {

    private static final String SUFFIX = ".log";

    enum Process {
        server,
        sandbox,
        postgres
    }

    @Parameters(arity = "0..*", paramLabel = "server|sandbox|postgres", description = "Whose (default: of all).")
    private List<Process> processes = List.of(Process.values());

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as they write, until Ctrl-C.")
    private boolean follow;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var files = files(data.folder());
        if (files.isEmpty()) {
            throw new Problem("there are no logs in %s: choose another folder with --data-dir"
                    .formatted(data.folder().root()));
        }
        PrintWriter out = spec.commandLine().getOut();
        var readers = files.stream().map(file -> reader(file, files.size() > 1)).toList();
        do {
            readers.forEach(reader -> reader.show(out));
            out.flush();
        } while (follow && LogReader.awaitMore(readers));
        return 0;
    }

    private static LogReader reader(Path file, boolean withName) {
        var name = file.getFileName().toString().replace(SUFFIX, "");
        return new LogReader(file, withName ? "%-9s| ".formatted(name) : "");
    }

    private List<Path> files(DataFolder folder) {
        if (!Files.isDirectory(folder.logs())) {
            return List.of();
        }
        try (var files = Files.list(folder.logs())) {
            return files.filter(this::isWanted).sorted().toList();
        } catch (IOException e) {
            throw new Problem("cannot read %s: %s".formatted(folder.logs(), e.getMessage()), e);
        }
    }

    private boolean isWanted(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(SUFFIX) && processes.stream().anyMatch(process -> name.startsWith(process.name()));
    }
}
