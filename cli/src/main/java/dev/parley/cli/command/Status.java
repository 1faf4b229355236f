package dev.parley.cli.command;

import dev.parley.cli.instance.DataFolder;
import dev.parley.cli.instance.FolderLock;
import dev.parley.cli.instance.InstagramMode;
import dev.parley.cli.process.Leftovers;
import dev.parley.cli.process.RunRecord;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description = "Tells what runs, since when and on which ports. Exit status 1 if the instance is not ready.")
final class Status implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var folder = data.folder();
        var supervisor = folder.running(FolderLock.HOLDER);
        say(supervisor.map(found -> headline(folder, found)).orElse("Nothing runs in " + folder.root()));
        supervisor.ifPresent(this::tell);
        Leftovers.in(folder.records()).stream()
                .filter(process -> !process.name().equals(FolderLock.HOLDER))
                .forEach(this::tell);
        return supervisor.flatMap(RunRecord::port).isPresent() ? 0 : 1;
    }

    private static String headline(DataFolder folder, RunRecord supervisor) {
        return supervisor
                .port()
                .map(port -> "Parley is ready: http://localhost:%d (%s, data in %s)"
                        .formatted(port, folder.mode().orElse(InstagramMode.SANDBOX), folder.root()))
                .orElse("Parley is starting or stopping (data in %s)".formatted(folder.root()));
    }

    private void tell(RunRecord process) {
        say("  %-12s process %-8d since %s  %s"
                .formatted(
                        process.name(),
                        process.pid(),
                        process.started().truncatedTo(ChronoUnit.SECONDS),
                        ports(process.ports()))
                .stripTrailing());
    }

    private static String ports(Map<String, Integer> ports) {
        return ports.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByKey().reversed())
                .map(entry -> entry.getKey().replace('_', ' ') + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
