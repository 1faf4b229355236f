package dev.parley.bench.signin;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** How often a second something is done by so many at once. */
final class Rate {

    private Rate() {}

    static double of(int atOnce, Duration length, Runnable work) {
        var done = new LongAdder();
        var began = System.nanoTime();
        during(
                atOnce,
                () -> {
                    work.run();
                    done.increment();
                },
                () -> LockSupport.parkNanos(length.toNanos()));
        return done.sum() / ((System.nanoTime() - began) / 1e9);
    }

    /** They go on until the other thing is over. */
    static void during(int atOnce, Runnable work, Runnable other) {
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < atOnce; n++) {
                threads.submit(() -> {
                    while (!over.get()) {
                        work.run();
                    }
                });
            }
            other.run();
            over.set(true);
        }
    }
}
