package dev.parley.bench.load;

import dev.parley.bench.BenchInstance;
import dev.parley.bench.Benchmark;
import dev.parley.bench.Fleet;
import dev.parley.bench.Report;
import dev.parley.bench.Workload;
import java.time.Duration;
import java.util.Map;

/**
 * Half an hour of more work than two nodes can do: their rate in the last part of it beside the first; then, while it goes on, the rate
 * after each of the things that go wrong beside the rate before. Ahead of it, how fast orders are taken that wake a bot beside such that
 * wake none, and how long a small workspace waits beside a huge one.
 */
public final class LoadBenchmark implements Benchmark {

    private static final int BOTS = Integer.getInteger("bots", 2_000);
    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("minutes", 30));

    @Override
    public void run() throws Exception {
        try (var instance = BenchInstance.start(Map.of(), "--parley.bot.divisor=0", "--parley.inbox.polling=false")) {
            var fleet = new Fleet(instance.server(), instance.superuser(), instance.sandbox());
            var workload = new Workload(instance.superuser());
            Report.title("Signing %,d accounts in".formatted(BOTS + SmallWorkspace.BOTS));
            workload.liftLimits();
            fleet.growTo(BOTS);
            fleet.growInAnotherWorkspace(SmallWorkspace.BOTS);
            new Ordering(instance).report();
            workload.startBots(BOTS + SmallWorkspace.BOTS);
            new SmallWorkspace(instance.superuser(), workload, BOTS).report();
            instance.server().close();
            try (var nodes = new LoadedNodes(instance, workload, BOTS)) {
                new HalfHour(nodes, LENGTH).report();
            }
        }
    }
}
