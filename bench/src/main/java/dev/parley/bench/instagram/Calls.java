package dev.parley.bench.instagram;

import dev.parley.bench.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** How fast the parties are, and how much processor time a call takes them: rounds in turns, the median of each. */
final class Calls {

    private static final int ROUNDS = 5;
    private static final int WARMING = Integer.getInteger("warming", 20_000);
    private static final int EACH = Integer.getInteger("calls", 5_000);

    /** One party's rounds of one kind. */
    private record Figures(List<Double> perSecond, List<Double> micros, List<Double> sandboxMicros) {

        Figures() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final BenchSandbox sandbox;

    Calls(BenchSandbox sandbox) {
        this.sandbox = sandbox;
    }

    void compare(List<String> names, List<OwnProcess> parties) throws IOException {
        for (int atOnce : List.of(1, 8)) {
            for (OwnProcess party : parties) {
                party.ask("calls %d %d".formatted(WARMING, atOnce), "done");
            }
            Report.title("Calls, %d at once: profile, friendship, follow, like, message in turns; %d rounds of %,d"
                    .formatted(atOnce, ROUNDS, EACH));
            report(names, rounds(parties, atOnce));
        }
    }

    private List<Figures> rounds(List<OwnProcess> parties, int atOnce) throws IOException {
        List<Figures> all = parties.stream().map(party -> new Figures()).toList();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < parties.size(); i++) {
                measure(parties.get(i), atOnce, all.get(i));
            }
        }
        return all;
    }

    private void measure(OwnProcess party, int atOnce, Figures figures) throws IOException {
        double before = party.cpuMicros();
        double sandboxBefore = sandbox.process().cpuMicros();
        double seconds = Long.parseLong(party.ask("calls %d %d".formatted(EACH, atOnce), "done")) / 1e9;
        figures.perSecond.add(EACH / seconds);
        figures.micros.add((party.cpuMicros() - before) / EACH);
        figures.sandboxMicros.add((sandbox.process().cpuMicros() - sandboxBefore) / EACH);
    }

    private static void report(List<String> names, List<Figures> all) {
        double ours = median(all.getFirst().micros);
        double fastest = median(all.getFirst().perSecond);
        for (int i = 0; i < all.size(); i++) {
            Figures figures = all.get(i);
            Report.line(
                    "%-28s %6.0f calls per s (%.2f of ours), %5.0f µs of processor per call (ours is %.2f of it), sandbox %.0f µs",
                    names.get(i),
                    median(figures.perSecond),
                    median(figures.perSecond) / fastest,
                    median(figures.micros),
                    ours / median(figures.micros),
                    median(figures.sandboxMicros));
        }
    }

    static double median(List<Double> values) {
        return DoubleStream.of(values.stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray())
                .skip(values.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
