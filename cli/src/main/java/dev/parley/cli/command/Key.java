package dev.parley.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
    static final class Add extends Errand {

        Add() {
            super("add-key");
        }
    }

    @Command(
            name = "remove-older",
            description =
                    "Takes all keys but the newest out of the key file, once nothing is sealed with them any more.")
    static final class RemoveOlder extends Errand {

        RemoveOlder() {
            super("remove-older-keys");
        }
    }
}
