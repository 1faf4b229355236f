package dev.parley.bench.messages;

import dev.parley.bench.BenchInstance;
import dev.parley.bench.Fleet;
import dev.parley.bench.JsonCalls;
import dev.parley.bench.Report;
import dev.parley.bench.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Messages through each driver without pace, asked for by the API; beside them what the engine does of follows, and a small service of Node.js
 * that sends through browsers.
 */
final class Sending {

    /** Accounts whose follows the engine works; as many write through the app's API. */
    private static final int MANY = 20;

    private static final int FEW = 10;

    /** So that there is somebody to follow. */
    private static final int PEOPLE = 200;

    private static final int FOLLOWS = 50;
    private static final int ROUNDS = 3;
    private static final int TURN = 20;
    private static final double LEAST_RATIO = 10;
    private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();

    private final BenchInstance instance;
    private final JsonCalls parley;
    private final Instagram instagram;
    private final JdbcClient owner;
    private final Workload workload;

    Sending(BenchInstance instance, JsonCalls parley) {
        this.instance = instance;
        this.parley = parley;
        this.instagram = Instagram.at(instance.sandbox());
        this.owner = instance.superuser();
        this.workload = new Workload(owner);
    }

    void report() throws Exception {
        workload.liftLimits();
        var mobile = Writers.connect(parley, instagram, "mobile", MANY);
        workload.startBots(MANY);
        new Fleet(instance.server(), owner, instance.sandbox()).growTo(PEOPLE);
        follows();
        var engine = follows();
        Report.title("Messages per second, asked for by %d callers of the API at once".formatted(Writers.AT_ONCE));
        Report.line("the engine's follows, by %d accounts of the app's API: %.0f", MANY, engine);
        each("the app's API", mobile, 50, engine);
        each("the official API", Writers.connect(parley, instagram, "graph", FEW), 50, engine);
        var browser = Writers.connect(parley, instagram, "browser", FEW);
        each("the website in a browser", browser, TURN, engine);
        besideNode(browser);
    }

    /** Per second. */
    private double follows() {
        workload.queue(MANY, FOLLOWS, Duration.ZERO);
        var began = workload.now();
        workload.begin();
        workload.awaitEnd();
        return perSecond(MANY * FOLLOWS, workload.until(began).toNanos());
    }

    private void each(String way, Writers writers, int messages, double engine) throws Exception {
        var count = writers.accounts() * messages;
        // warm, and in each conversation once
        writers.ask(count / 2);
        awaitEnd();
        owner.sql("vacuum analyze").update();
        var began = System.nanoTime();
        writers.ask(count);
        awaitEnd();
        var rate = perSecond(count, System.nanoTime() - began);
        writers.expectAllArrived();
        Report.line("%s, %d accounts: %.1f; ratio to the engine %.3f", way, writers.accounts(), rate, rate / engine);
    }

    private void awaitEnd() {
        while (owner.sql("select exists (select from messages where status = 'queued')")
                .query(Boolean.class)
                .single()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** In turns, the median of the rounds. */
    private void besideNode(Writers writers) throws Exception {
        Report.title("Messages per minute through browsers, %d accounts, %d callers at once; %d rounds"
                .formatted(FEW, Writers.AT_ONCE, ROUNDS));
        Reference.prepareDatabase(instance);
        for (var browsers : List.of("launched", "kept")) {
            try (var node = Reference.start(instance, instagram, browsers, FEW)) {
                node.signIn();
                node.send(FEW);
                writers.send(TURN);
                var ours = new ArrayList<Double>();
                var theirs = new ArrayList<Double>();
                for (int round = 0; round < ROUNDS; round++) {
                    ours.add(perMinute(TURN * ROUNDS, () -> writers.send(TURN * ROUNDS)));
                    theirs.add(perMinute(FEW, () -> node.send(FEW)));
                }
                writers.expectAllArrived();
                var ratio = median(ours) / median(theirs);
                Report.line(
                        "%.0f; Express and Playwright, the browser %s: %.0f; ratio %.1f (aim beside launched ones: at least %.0f)",
                        median(ours), browsers, median(theirs), ratio, LEAST_RATIO);
            }
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double perMinute(int count, Work work) throws Exception {
        var began = System.nanoTime();
        work.run();
        return perSecond(count, System.nanoTime() - began) * 60;
    }

    private static double perSecond(int count, long nanos) {
        return count * 1e9 / nanos;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
