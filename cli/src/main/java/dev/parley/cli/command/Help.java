package dev.parley.cli.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "help", description = "Shows what there is, or how one command is used.")
final class Help implements Runnable {

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "Which command.")
    private List<String> names = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var command = spec.root().commandLine();
        for (var name : names) {
            command = command.getSubcommands().get(name);
            if (command == null) {
                throw new ParameterException(spec.commandLine(), "there is no command '%s'".formatted(name));
            }
        }
        command.usage(spec.commandLine().getOut());
    }
}
