package dev.parley.cli.command;

import dev.parley.cli.process.Problem;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** All that one may type after {@code ./parley}. */
@Command(
        name = "./parley",
        description = "Runs Parley, a self-hosted server for people who run Instagram accounts.",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            Demo.class,
            Doctor.class,
            Backup.class,
            Restore.class,
            ScriptOnly.Test.class,
            ScriptOnly.Chaos.class,
            ScriptOnly.Bench.class,
            Admin.class,
            Key.class,
            Help.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Flags win over the environment, the environment over .env in this folder (see .env.example).",
            "Exit status: 0 fine, 1 failed, 2 wrong use."
        })
public final class Commands implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean help;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return WRONG_USE;
    }

    /** Carries out one command; returns the exit status. */
    public static int execute(String... arguments) {
        try {
            return new CommandLine(new Commands())
                    .setDefaultValueProvider(Settings.here())
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setParameterExceptionHandler((wrong, given) -> refuse(wrong))
                    .setExecutionExceptionHandler((failure, command, parsed) -> fail(failure))
                    .execute(arguments);
        } catch (Problem unreadableSettings) {
            return fail(unreadableSettings);
        }
    }

    private static int refuse(ParameterException wrong) {
        var path = wrong.getCommandLine()
                .getCommandSpec()
                .qualifiedName()
                .replace("./parley", "")
                .strip();
        say("%s; see ./parley help %s".formatted(wrong.getMessage(), path).strip());
        return WRONG_USE;
    }

    private static int fail(Exception failure) {
        say(failure instanceof Problem problem ? problem.sentence() : "this is a bug in Parley: " + failure);
        return FAILED;
    }

    private static void say(String sentence) {
        System.err.println("parley: " + sentence);
    }
}
