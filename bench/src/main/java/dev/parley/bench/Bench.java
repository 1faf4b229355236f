package dev.parley.bench;

import dev.parley.bench.instagram.BrowserBenchmark;
import dev.parley.bench.instagram.InstagramBenchmark;
import dev.parley.bench.messages.MessagesBenchmark;
import dev.parley.bench.signin.SignInBenchmark;
import dev.parley.bench.week.WeekBenchmark;
import java.util.Map;

/** Runs a benchmark by its name. */
public final class Bench {

    private static final Map<String, Benchmark> ALL = Map.of(
            "engine", new EngineBenchmark(),
            "nodes", new NodesBenchmark(),
            "signin", new SignInBenchmark(),
            "instagram", new InstagramBenchmark(),
            "browser", new BrowserBenchmark(),
            "messages", new MessagesBenchmark(),
            "week", new WeekBenchmark());

    private Bench() {}

    public static void main(String[] args) throws Exception {
        var name = args.length == 0 ? "engine" : args[0];
        var benchmark = ALL.get(name);
        if (benchmark == null) {
            System.err.println("There is no benchmark " + name + ". There are: " + String.join(", ", ALL.keySet()));
            System.exit(2);
            return;
        }
        benchmark.run();
        System.exit(0);
    }
}
