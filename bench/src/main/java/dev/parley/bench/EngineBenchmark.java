package dev.parley.bench;

import dev.parley.cli.instance.Instance;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many actions per second go through the engine, end to end: queue, intent, a real call to the sandbox, outcome, activity;
 * without pace and limits, fsync on. Beside it, in the same run on the same PostgreSQL, pgbench.
 */
final class EngineBenchmark implements Benchmark {

    private static final int FEW = 100;
    private static final int MANY = Integer.getInteger("bots", 10_000);
    private static final int CLIENTS = 8;

    /** So few that a good part of the work is the jobs' ends. */
    private static final int SHORT_JOB = 3;

    /** As many as a bot may follow in an hour by default. */
    private static final int HOURS_JOB = 10;

    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final Map<String, String> COUNTING_STATEMENTS =
            Map.of("shared_preload_libraries", "pg_stat_statements");
    private static final List<String> STEPS = List.of("picked", "decided", "called", "rested");

    @Override
    public void run() throws Exception {
        try (var instance =
                BenchInstance.start(COUNTING_STATEMENTS, "--parley.bot.divisor=0", "--parley.inbox.polling=false")) {
            new Run(instance).all();
        }
    }

    private static final class Run {

        private final Instance parts;
        private final JdbcClient owner;
        private final MeterRegistry meters;
        private final Fleet fleet;
        private final Workload workload;
        private final PgBench pgbench;
        private final Statements statements;

        Run(BenchInstance instance) {
            this.parts = instance.parts();
            this.owner = instance.superuser();
            this.meters = instance.server().getBean(MeterRegistry.class);
            this.fleet = new Fleet(instance.server(), owner, instance.sandbox());
            this.workload = new Workload(owner);
            this.pgbench = new PgBench(parts.database().orElseThrow().superuser());
            this.statements = new Statements(owner);
        }

        void all() throws Exception {
            pgbench.prepare();
            statements.prepare();
            workload.liftLimits();
            fleet.growTo(FEW);
            workload.startBots(FEW);
            var idleFew = statementsPerSecondWhenIdle();
            var heapFew = heapUsed();
            var bytesFew = databaseBytes();

            Report.title("Signing %,d accounts in".formatted(MANY));
            fleet.growTo(MANY);
            workload.startBots(MANY);
            var idleMany = statementsPerSecondWhenIdle();
            Report.title("Idle");
            Report.line(
                    "statements per s: %.1f with %,d bots, %.1f with %,d; ratio %.2f",
                    idleFew, FEW, idleMany, MANY, idleMany / idleFew);
            Report.line("heap per idle bot: %,d bytes", (heapUsed() - heapFew) / (MANY - FEW));
            Report.line(
                    "database per bot, its account and session: %,d bytes",
                    (databaseBytes() - bytesFew) / (MANY - FEW));

            lateness();
            warmUp();
            throughput(1, Math.min(2_000, MANY - 1), 1);
            throughput(FEW, 100, CLIENTS);
            throughput(MANY, SHORT_JOB, CLIENTS);
            throughput(MANY, HOURS_JOB, CLIENTS);
            whereItGoes();
        }

        private void whereItGoes() {
            Report.title("Where the database's time goes, with %,d bots, %,d follows each".formatted(MANY, SHORT_JOB));
            workload.queue(MANY, SHORT_JOB, Duration.ZERO);
            statements.count();
            workload.begin();
            workload.awaitEnd();
            statements.countNoMore();
            statements.report(MANY * (double) SHORT_JOB);
        }

        /** A server that runs for weeks is warm; so is this one before it is measured. */
        private void warmUp() {
            workload.queue(MANY, SHORT_JOB, Duration.ZERO);
            workload.begin();
            workload.awaitEnd();
        }

        private void lateness() {
            var timer = meters.get("parley.tick.lateness").timer();
            workload.queue(1_000, 1, Duration.ofSeconds(20));
            workload.begin();
            workload.awaitEnd();
            Report.title("Lateness of 1,000 bots, each due once at a random moment of 20 s");
            Stream.of(timer.takeSnapshot().percentileValues())
                    .forEach(
                            at -> Report.line("p%.0f %.0f ms", at.percentile() * 100, at.value(TimeUnit.MILLISECONDS)));
        }

        private void throughput(int bots, int each, int clients) throws Exception {
            Report.title("%,d bots, %,d follows each; pgbench with %d clients".formatted(bots, each, clients));
            var peersBefore = peers(clients);
            workload.queue(bots, each, Duration.ZERO);
            var steps = steps();
            var cpu = cpu();
            OffsetDateTime began = workload.now();
            workload.begin();
            workload.awaitEnd();
            var took = workload.until(began);
            var used = cpu().since(cpu);
            var peersAfter = peers(clients);
            var rate = bots * (double) each / (took.toMillis() / 1000.0);
            for (var script : PgBench.Script.values()) {
                var peer = (peersBefore[script.ordinal()] + peersAfter[script.ordinal()]) / 2;
                Report.line("actions per s %.0f; pgbench %s %.0f; ratio %.2f", rate, script, peer, rate / peer);
            }
            var actions = bots * (double) each;
            Report.line(
                    "processor per action: server %.0f µs, sandbox %.0f µs, database %.0f µs",
                    micros(used.server()) / actions,
                    micros(used.sandbox()) / actions,
                    micros(used.database()) / actions);
            var now = steps();
            Report.line(
                    "waiting per action: picking %.0f µs, transactions %.0f µs, Instagram %.0f µs, resting %.0f µs",
                    (now[0] - steps[0]) / actions,
                    (now[1] - steps[1]) / actions,
                    (now[2] - steps[2]) / actions,
                    (now[3] - steps[3]) / actions);
            Report.line("actions that ended twice: %d", endedTwice());
        }

        private double[] peers(int clients) throws Exception {
            var scripts = PgBench.Script.values();
            var rates = new double[scripts.length];
            for (var script : scripts) {
                rates[script.ordinal()] = pgbench.transactionsPerSecond(script, clients);
            }
            return rates;
        }

        private long endedTwice() {
            return owner.sql("""
                    select count(*) - count(distinct (account_id, subject, metadata ->> 'job_id'))
                    from activity_logs where action = 'follow' and status = 'succeeded'
                    """).query(Long.class).single();
        }

        private double[] steps() {
            return STEPS.stream()
                    .map(step ->
                            meters.get("parley.tick.step").tag("step", step).timer())
                    .mapToDouble((Timer timer) -> timer.totalTime(TimeUnit.MICROSECONDS))
                    .toArray();
        }

        private CpuUse cpu() {
            return CpuUse.now(
                    parts.sandbox().orElseThrow().process().pid(),
                    parts.database().orElseThrow().process().pid());
        }

        private static double micros(Duration duration) {
            return duration.toNanos() / 1000.0;
        }

        private double statementsPerSecondWhenIdle() {
            owner.sql("vacuum analyze").update();
            LockSupport.parkNanos(SETTLING.toNanos());
            statements.count();
            LockSupport.parkNanos(IDLE.toNanos());
            var perSecond = statements.calls() / (double) IDLE.toSeconds();
            statements.countNoMore();
            return perSecond;
        }

        private static long heapUsed() {
            System.gc();
            var runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        }

        private long databaseBytes() {
            return owner.sql("select pg_database_size('parley')")
                    .query(Long.class)
                    .single();
        }
    }
}
