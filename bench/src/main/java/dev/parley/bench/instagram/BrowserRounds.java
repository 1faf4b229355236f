package dev.parley.bench.instagram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A party that sends messages through browsers, and the figures of its rounds. */
final class BrowserRounds {

    private static final double NANOS_PER_MINUTE = 60e9;
    private static final double MILLI = 1000;

    private final OwnProcess process;
    private final SentTruth truth;
    private final Numbers numbers;
    private final List<Double> perMinute = new ArrayList<>();
    private Processor used = Processor.NONE;
    private int messages;

    /** Each message has another number, whoever sends it. */
    static final class Numbers {
        private int next;

        int take(int count) {
            next += count;
            return next - count;
        }
    }

    BrowserRounds(OwnProcess process, SentTruth truth, Numbers numbers) {
        this.process = process;
        this.truth = truth;
        this.numbers = numbers;
    }

    /** Starts counting anew. */
    void clear() {
        perMinute.clear();
        used = Processor.NONE;
        messages = 0;
    }

    void round(int count, int accounts, int atOnce) throws IOException {
        int first = numbers.take(count);
        String[] done = process.ask("send %d %d %d %d".formatted(first, count, accounts, atOnce), "done")
                .split(" ", 2);
        truth.add(first, count, accounts);
        perMinute.add(count * NANOS_PER_MINUTE / Long.parseLong(done[0]));
        used = used.plus(Processor.of(done[1]));
        messages += count;
    }

    OwnProcess process() {
        return process;
    }

    double perMinute() {
        return Calls.median(perMinute);
    }

    /** In milliseconds. */
    Processor perMessage() {
        return used.per(messages).per((int) MILLI);
    }
}
