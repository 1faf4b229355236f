package dev.parley.bench.signin;

import dev.parley.bench.BenchInstance;
import dev.parley.bench.Benchmark;
import dev.parley.bench.Fleet;
import dev.parley.bench.Rate;
import dev.parley.bench.Report;
import dev.parley.bench.SignedUpPeople;
import dev.parley.bench.Workload;
import dev.parley.server.identity.Passwords;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Sign-ins beside the hashes that they need; an unknown person beside a wrong password; authenticated requests beside Express with the
 * same select; and how punctual bots are while somebody floods the sign-in.
 */
public final class SignInBenchmark implements Benchmark {

    private static final int PEOPLE = 8;
    private static final int PERMITS = 2;

    /** So many that some always wait for a permit. */
    private static final int SIGN_INS_AT_ONCE = 16;

    private static final int TRIES = 200;
    private static final int REQUESTERS = 32;
    private static final int BOTS = 500;

    private static final int TURNS = 4;
    private static final Duration ONE_TURN = Duration.ofSeconds(6);

    /** Before, the compiler is what is measured. */
    private static final Duration HASHES_COMPILED = Duration.ofSeconds(5);

    private static final Duration SIGN_INS_COMPILED = Duration.ofSeconds(20);
    private static final Duration REQUESTS_COMPILED = Duration.ofSeconds(45);

    private static final Duration WITHIN = Duration.ofSeconds(20);

    /** Measured in turns, so that a change of the machine's pace meets both. */
    private record Rates(double ours, double theirs) {

        static Rates inTurns(DoubleSupplier ours, DoubleSupplier theirs) {
            var sums = new Rates(0, 0);
            for (int turn = 0; turn < TURNS; turn++) {
                sums = new Rates(sums.ours + ours.getAsDouble(), sums.theirs + theirs.getAsDouble());
            }
            return new Rates(sums.ours / TURNS, sums.theirs / TURNS);
        }

        double ratio() {
            return ours / theirs;
        }
    }

    @Override
    public void run() throws Exception {
        try (var instance = BenchInstance.start(
                Map.of(),
                "--parley.bot.divisor=0",
                "--parley.inbox.polling=false",
                "--parley.identity.hashes-at-once=" + PERMITS,
                "--parley.identity.hash-wait=30s",
                "--parley.rate.signed-in=1000000")) {
            var people = new SignedUpPeople(instance, "somebody", PEOPLE);
            signIns(instance, people);
            // whoever guesses has to wait, and is answered alike: these do nothing else afterwards
            unknownBesideWrong(new SignedUpPeople(instance, "guessed", PEOPLE));
            authenticated(instance, people);
            punctuality(instance, people);
        }
    }

    private static void signIns(BenchInstance instance, SignedUpPeople people) throws Exception {
        var passwords = instance.server().getBean(Passwords.class);
        var hash = passwords.encode("beside a quiet river");
        Runnable hashing = () -> passwords.matches("beside a quiet river", hash);
        Runnable signingIn = people::signInSomebody;
        Rate.of(PERMITS, HASHES_COMPILED, hashing);
        Rate.of(SIGN_INS_AT_ONCE, SIGN_INS_COMPILED, signingIn);
        var rates = Rates.inTurns(
                () -> Rate.of(SIGN_INS_AT_ONCE, ONE_TURN, signingIn), () -> Rate.of(PERMITS, ONE_TURN, hashing));
        Report.title("%d sign-ins at once; %d hashes at once".formatted(SIGN_INS_AT_ONCE, PERMITS));
        Report.line("sign-ins per s %.1f; hashes alone %.1f; ratio %.2f", rates.ours(), rates.theirs(), rates.ratio());
    }

    private static void unknownBesideWrong(SignedUpPeople people) {
        var unknown = new long[TRIES];
        var wrong = new long[TRIES];
        for (int n = 0; n < TRIES; n++) {
            unknown[n] = nanos(() -> people.refused("nobody" + System.nanoTime()));
            wrong[n] = nanos(() -> people.refused(people.somebody()));
        }
        var ratio = median(unknown) / (double) median(wrong);
        Report.title("%d tries each, one after the other".formatted(TRIES));
        Report.line(
                "unknown person %.1f ms; wrong password %.1f ms (medians); ratio %.3f",
                millis(median(unknown)), millis(median(wrong)), ratio);
    }

    private static void authenticated(BenchInstance instance, SignedUpPeople people) throws Exception {
        var token = people.token();
        try (var express = Express.start(instance)) {
            var me = instance.address().resolve("/api/me");
            Supplier<Runnable> ours = () -> new Repeated(me, token);
            Supplier<Runnable> theirs = () -> new Repeated(express.address(), token);
            Stream.of(ours, theirs).forEach(each -> Rate.ofEach(REQUESTERS, REQUESTS_COMPILED, each));
            var rates = Rates.inTurns(
                    () -> Rate.ofEach(REQUESTERS, ONE_TURN, ours), () -> Rate.ofEach(REQUESTERS, ONE_TURN, theirs));
            Report.title("Authenticated requests, %d at once; a revoked token is refused by the next one"
                    .formatted(REQUESTERS));
            Report.line(
                    "per s %.0f; Express with one select %.0f; ratio %.2f",
                    rates.ours(), rates.theirs(), rates.ratio());
        }
    }

    private static void punctuality(BenchInstance instance, SignedUpPeople people) throws Exception {
        var fleet = new Fleet(instance.server(), instance.superuser(), instance.sandbox());
        var workload = new Workload(instance.superuser());
        workload.liftLimits();
        fleet.growTo(BOTS);
        workload.startBots(BOTS);
        lateness(instance, workload);
        var calm = lateness(instance, workload);
        var flooded = new double[1];
        Rate.during(PEOPLE, () -> people::signInSomebody, () -> flooded[0] = lateness(instance, workload));
        Report.title("%d bots, each due once at a random moment of %d s".formatted(BOTS, WITHIN.toSeconds()));
        Report.line(
                "p99 lateness %.0f ms; during a flood of sign-ins %.0f ms; ratio %.2f",
                calm, flooded[0], flooded[0] / calm);
    }

    /** The 99th percentile of what was late in this run alone, in milliseconds. */
    private static double lateness(BenchInstance instance, Workload workload) {
        var timer = instance.server()
                .getBean(MeterRegistry.class)
                .get("parley.tick.lateness")
                .timer();
        workload.queue(BOTS, 1, WITHIN);
        workload.begin();
        workload.awaitEnd();
        return Stream.of(timer.takeSnapshot().percentileValues())
                .filter(at -> at.percentile() == 0.99)
                .mapToDouble(at -> at.value(TimeUnit.MILLISECONDS))
                .findFirst()
                .orElseThrow();
    }

    private static long nanos(Runnable work) {
        var began = System.nanoTime();
        work.run();
        return System.nanoTime() - began;
    }

    private static long median(long[] values) {
        return LongStream.of(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
