package dev.parley.cli.command;

import dev.parley.cli.process.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            name = "chaos",
            description = "Kills, pauses and cuts off what runs, and shows that nothing is lost, repeated or overdone.")
    static final class Chaos implements Callable<Integer> {

        @Option(names = "--seed", description = "Of an earlier run, to strike in the same order.")
        private @Nullable Long seed;

        @Option(names = "--nodes", description = "Servers on one database (3).")
        private @Nullable Integer nodes;

        @Option(names = "--bots", description = "Accounts that are worked (50).")
        private @Nullable Integer bots;

        @Option(names = "--actions", description = "Of all bots together (10 of each).")
        private @Nullable Integer actions;

        @Option(names = "--minutes", description = "Over which the actions are spread (2).")
        private @Nullable Integer minutes;

        @Option(names = "--strikes", description = "At most so many; else until everything is done.")
        private @Nullable Integer strikes;

        @Override
        public Integer call() {
            throw startedOtherwise("chaos");
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
