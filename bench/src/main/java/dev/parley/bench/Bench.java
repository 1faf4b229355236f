package dev.parley.bench;

import dev.parley.bench.instagram.BrowserBenchmark;
import dev.parley.bench.instagram.InstagramBenchmark;
import dev.parley.bench.load.LoadBenchmark;
import dev.parley.bench.messages.MessagesBenchmark;
import dev.parley.bench.signin.SignInBenchmark;
import dev.parley.bench.week.WeekBenchmark;
import java.util.Map;
import java.util.TreeSet;

/** Runs a benchmark by its name. */
public final class Bench {

    private static final Map<String, Benchmark> ALL = Map.of(
            "engine", new EngineBenchmark(),
            "nodes", new NodesBenchmark(),
            "load", new LoadBenchmark(),
            "signin", new SignInBenchmark(),
            "instagram", new InstagramBenchmark(),
            "browser", new BrowserBenchmark(),
            "messages", new MessagesBenchmark(),
            "week", new WeekBenchmark());

    private Bench() {}

    private static String names() {
        return "There are: " + String.join(", ", new TreeSet<>(ALL.keySet()));
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.out.println(names());
            return;
        }
        var benchmark = ALL.get(args[0]);
        if (benchmark == null) {
            System.err.println("There is no benchmark " + args[0] + ". " + names());
            System.exit(2);
            return;
        }
        benchmark.run();
        System.exit(0);
    }
}
