package dev.parley.cli.command;

import dev.parley.cli.instance.DataFolder;
import dev.parley.cli.instance.FolderLock;
import dev.parley.cli.process.ChildProcess;
import dev.parley.cli.process.LastWords;
import dev.parley.cli.process.Patience;
import dev.parley.cli.process.Problem;
import dev.parley.cli.process.RunRecord;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An {@code up} that goes on when the terminal is gone. */
final class Background {

    private static final String MAIN = "dev.parley.cli.Parley";
    private static final String NAME = "parley";
    private static final Set<String> DETACH = Set.of("-d", "--detach");
    private static final Patience START = Patience.ofSeconds(600);

    private final DataFolder folder;

    Background(DataFolder folder) {
        this.folder = folder.create();
    }

    /** Starts {@code up} with these arguments; returns when it is ready. */
    void start(List<String> arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var child = ChildProcess.start(new ChildProcess.Launch(
                NAME, java, command(java, arguments), Map.of(), folder.log(NAME), folder.records()));
        // It writes a record of its own as soon as the folder is really its own.
        RunRecord.delete(folder.records(), NAME);
        if (!START.until(() -> isReady(child))) {
            throw new Problem("the instance does not get ready: see " + folder.log(NAME));
        }
    }

    private static List<String> command(Path java, List<String> arguments) {
        var command = new ArrayList<>(List.of(java.toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        arguments.stream().filter(argument -> !DETACH.contains(argument)).forEach(command::add);
        return command;
    }

    private boolean isReady(ChildProcess child) {
        if (!child.isAlive()) {
            throw LastWords.of("the instance", child);
        }
        return folder.running(FolderLock.HOLDER)
                .filter(holder -> holder.pid() == child.pid())
                .flatMap(RunRecord::port)
                .isPresent();
    }
}
