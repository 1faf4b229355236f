package dev.parley.cli.command;

import dev.parley.cli.instance.DataFolder;
import dev.parley.cli.instance.FolderLock;
import dev.parley.cli.process.Leftovers;
import dev.parley.cli.process.Patience;
import dev.parley.cli.process.Problem;
import dev.parley.cli.process.RunRecord;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "down", description = "Stops an instance in order: server, sandbox, PostgreSQL.")
final class Down implements Callable<Integer> {

    private static final Patience STOP = Patience.ofSeconds(90);

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var folder = data.folder();
        folder.running(FolderLock.HOLDER)
                .ifPresentOrElse(supervisor -> stop(folder, supervisor), () -> stopLeftovers(folder));
        return 0;
    }

    private void stop(DataFolder folder, RunRecord supervisor) {
        supervisor.process().ifPresent(ProcessHandle::destroy);
        if (!STOP.until(() -> supervisor.process().isEmpty())) {
            throw new Problem("process %d does not stop: end it with kill -9 %<d, the next ./parley up tidies up"
                    .formatted(supervisor.pid()));
        }
        say("Stopped the instance in " + folder.root());
    }

    private void stopLeftovers(DataFolder folder) {
        var stopped = Leftovers.stop(folder.records());
        say(
                stopped.isEmpty()
                        ? "Nothing runs in " + folder.root()
                        : "Stopped what a killed run had left in " + folder.root());
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
