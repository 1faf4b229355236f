package dev.parley.bench;

import dev.parley.bench.queues.Queues;
import dev.parley.cli.instance.Instance;
import dev.parley.cli.instance.ServerOptions;
import dev.parley.cli.instance.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The engine on one, two and three server processes with one database, how late it is at a thousand due bots per second, and the heap of a
 * node with 100,000 bots. Beside it, in the same run on the same PostgreSQL, other queues with jobs that do nothing.
 */
final class NodesBenchmark implements Benchmark {

    private static final int BOTS = Integer.getInteger("bots", 5_000);
    private static final int EACH = 4;
    private static final int NODES = 3;
    private static final int CROWD = Integer.getInteger("crowd", 100_000);
    private static final int JOBS = Integer.getInteger("jobs", 20_000);
    private static final int PER_MINUTE = 1_000;
    private static final Duration BURST = Duration.ofSeconds(5);
    private static final Duration CALM = Duration.ofMinutes(2);
    private static final String HEAP = "-Xmx512m";

    /** So that what several nodes measured can be added up. */
    private static final String BUCKETS =
            "-Dmanagement.metrics.distribution.percentiles-histogram.parley.tick.lateness=true";

    /** Without pace, for what is measured is the engine. */
    private static final Map<String, String> SETTINGS =
            Map.of("PARLEY_BOT_DIVISOR", "0", "PARLEY_INBOX_POLLING", "false", "LOGGING_LEVEL_ROOT", "warn");

    @Override
    public void run() throws Exception {
        try (var instance = BenchInstance.start(Map.of(), "--parley.bot.divisor=0", "--parley.inbox.polling=false")) {
            var fleet = new Fleet(instance.server(), instance.superuser(), instance.sandbox());
            var workload = new Workload(instance.superuser());
            Report.title("Signing %,d accounts in".formatted(BOTS));
            workload.liftLimits();
            fleet.growTo(BOTS);
            workload.startBots(BOTS);
            instance.server().close();
            new Run(instance.parts(), fleet, workload).all();
        }
    }

    private static final class Run {

        private final Instance parts;
        private final Fleet fleet;
        private final Workload workload;
        private final List<ServerProcess> nodes = new ArrayList<>();

        Run(Instance parts, Fleet fleet, Workload workload) {
            this.parts = parts;
            this.fleet = fleet;
            this.workload = workload;
        }

        void all() throws Exception {
            Report.title("%,d bots, %,d follows each".formatted(BOTS, EACH));
            var alone = 0.0;
            for (var count = 1; count <= NODES; count++) {
                nodes.add(node("bench" + count, BUCKETS));
                actionsPerSecond();
                var rate = actionsPerSecond();
                alone = count == 1 ? rate : alone;
                Report.line("%d nodes: actions per s %.0f; ratio to one node %.2f", count, rate, rate / alone);
            }
            lateness();
            nodes.forEach(ServerProcess::close);
            nodes.clear();
            memory();
            peers(alone);
        }

        private ServerProcess node(String name, String javaOption) {
            return parts.startServer(
                    ServerOptions.node(name).withEnvironment(SETTINGS).withJavaOptions(List.of(javaOption)));
        }

        private double actionsPerSecond() {
            workload.queue(BOTS, EACH, Duration.ZERO);
            var began = workload.now();
            workload.begin();
            workload.awaitEnd();
            return BOTS * (double) EACH / (workload.until(began).toMillis() / 1000.0);
        }

        private void lateness() throws Exception {
            Report.title("%,d bots, each due once at a random moment of %d s, on %d nodes"
                    .formatted(BOTS, BURST.toSeconds(), NODES));
            var before = latenesses();
            workload.queue(BOTS, 1, BURST);
            workload.begin();
            workload.awaitEnd();
            var late = latenesses().since(before);
            Report.line("p50 below %.0f ms, p99 below %.0f ms", late.quantile(0.5) * 1000, late.quantile(0.99) * 1000);
        }

        private Buckets latenesses() throws Exception {
            var all = Buckets.NONE;
            for (var node : nodes) {
                all = all.plus(Metrics.of(node).buckets("parley_tick_lateness_seconds"));
            }
            return all;
        }

        private void memory() throws Exception {
            fleet.crowd(CROWD - BOTS);
            Report.title(
                    "One node (%s) with %,d bots, of which %,d are due per minute".formatted(HEAP, CROWD, PER_MINUTE));
            var node = node("crowded", HEAP);
            var minutes = (int) CALM.toMinutes();
            workload.queue(PER_MINUTE * minutes, 1, CALM);
            workload.begin();
            workload.awaitEnd();
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            var megabytes = Metrics.of(node).sum("jvm_memory_used_bytes{area=\"heap\"") / 1e6;
            Report.line("heap in use, with what a collector has not looked at yet: %,.0f MB", megabytes);
            node.close();
        }

        private void peers(double actions) throws Exception {
            Report.title("%,d jobs that do nothing, on the same PostgreSQL".formatted(JOBS));
            var queues = new Queues(parts.database().orElseThrow().superuser());
            queues.jobsPerSecond(JOBS)
                    .forEach((queue, rate) -> Report.line(
                            "%s: jobs per s %.0f; actions of one node ÷ them %.2f", queue, rate, actions / rate));
        }
    }
}
