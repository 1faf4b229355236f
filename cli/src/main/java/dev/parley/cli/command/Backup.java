package dev.parley.cli.command;

import dev.parley.cli.backup.Size;
import dev.parley.cli.backup.TakeBackup;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        description = "Puts an instance into one archive: database, key, settings. It may run meanwhile.")
final class Backup implements Runnable {

    @Mixin
    private StorageOptions options = new StorageOptions();

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "The archive, or the folder for it (default: parley-backup-<time>.tar.gz here).")
    private @Nullable Path target;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var made = new TakeBackup(options.storage(Settings.here()), step -> say(step + " …")).to(target);
        say("");
        say("The backup is %s (%s).".formatted(made.file(), Size.of(made.bytes())));
        say(
                "It holds the key: whoever has the file can read everything. Keep it like a password, and on another machine.");
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
