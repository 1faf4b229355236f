package dev.parley.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "admin", description = "Looks after the administrator.", subcommands = Admin.Reset.class)
final class Admin implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "admin needs to know what to do: reset");
    }

    @Command(
            name = "reset",
            description = "Gives the administrator a new generated password, to be changed at the next sign-in.")
    static final class Reset extends Errand {

        Reset() {
            super("admin-reset");
        }
    }
}
