package dev.parley.cli.command;

import dev.parley.cli.instance.ServerErrand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "key",
        description = "Changes the key that seals secrets.",
        subcommands = {Key.Add.class, Key.RemoveOlder.class})
final class Key implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "key needs to know what to do: add or remove-older");
    }

    @Command(
            name = "add",
            description = "Adds a key to the key file. It seals from the next start on; those before still open.")
    static final class Add implements Callable<Integer> {

        @Mixin
        private InstanceOptions options = new InstanceOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            return new ServerErrand("add-key", options.settings(spec.commandLine(), Settings.here())).run();
        }
    }

    @Command(
            name = "remove-older",
            description =
                    "Takes all keys but the newest out of the key file, once nothing is sealed with them any more.")
    static final class RemoveOlder implements Callable<Integer> {

        @Mixin
        private InstanceOptions options = new InstanceOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            return new ServerErrand("remove-older-keys", options.settings(spec.commandLine(), Settings.here())).run();
        }
    }
}
