package dev.parley.cli.command;

import dev.parley.cli.process.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands that {@code ./parley} carries out itself, because they build before they run; listed here for the help. */
final class ScriptOnly {

    private ScriptOnly() {}

    @Command(name = "test", description = "Runs the whole gate: format, compiler checks, all everyday tests.")
    static final class Test implements Callable<Integer> {

        @Option(names = "--all", description = "The long runs too.")
        private boolean all;

        @Override
        public Integer call() {
            throw startedOtherwise("test" + (all ? " --all" : ""));
        }
    }

    @Command(
            name = "bench",
            description = "Measures, against peers in the same run; without a name it lists what there is.")
    static final class Bench implements Callable<Integer> {

        @Parameters(arity = "0..*", paramLabel = "NAME", description = "What to measure, and its arguments.")
        private List<String> names = List.of();

        @Override
        public Integer call() {
            throw startedOtherwise(
                    String.join(" ", names).transform(("bench ")::concat).strip());
        }
    }

    private static Problem startedOtherwise(String command) {
        return new Problem("start it with ./parley " + command);
    }
}
