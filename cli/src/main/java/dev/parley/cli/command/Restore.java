package dev.parley.cli.command;

import dev.parley.cli.backup.RestoreBackup;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "restore", description = "Makes an instance of a backup, in a data folder that is empty or missing.")
final class Restore implements Runnable {

    @Mixin
    private StorageOptions options = new StorageOptions();

    @Parameters(paramLabel = "FILE", description = "What ./parley backup has made.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var folder = options.folder();
        var madeAt =
                new RestoreBackup(folder, options.databaseUrl(), step -> say(step + " …")).from(file.toAbsolutePath());
        say("");
        say("%s is as it was at %s, its key included. Start it with ./parley up --data-dir %1$s%3$s"
                .formatted(folder.root(), madeAt, options.databaseUrl() == null ? "" : " and the same --database-url"));
        if (options.keyFile() != null) {
            say("The key is in %s now: leave --key-file out, or put it to where that names one."
                    .formatted(folder.key()));
        }
        say("What it did after that moment it does not know: before its bots go on, see docs/runbook.md, Restore.");
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
