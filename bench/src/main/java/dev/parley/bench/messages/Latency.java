package dev.parley.bench.messages;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** How long something takes, again and again, in milliseconds. */
record Latency(double p50, double p99) {

    private static final double NANOS = 1e6;

    static Latency of(int warming, int times, IntConsumer work) {
        for (int n = 0; n < warming; n++) {
            work.accept(n);
        }
        var took = new long[times];
        for (int n = 0; n < times; n++) {
            var began = System.nanoTime();
            work.accept(n);
            took[n] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        return new Latency(took[times / 2] / NANOS, took[times * 99 / 100] / NANOS);
    }
}
