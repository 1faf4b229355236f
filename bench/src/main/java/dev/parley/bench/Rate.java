package dev.parley.bench;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** How often a second something is done by so many at once. */
public final class Rate {

    private Rate() {}

    public static double of(int atOnce, Duration length, Runnable work) {
        return ofEach(atOnce, length, () -> work);
    }

    /** Each of them does its own work. */
    public static double ofEach(int atOnce, Duration length, Supplier<Runnable> works) {
        var done = new LongAdder();
        var began = System.nanoTime();
        during(
                atOnce,
                () -> {
                    var work = works.get();
                    return () -> {
                        work.run();
                        done.increment();
                    };
                },
                () -> LockSupport.parkNanos(length.toNanos()));
        return done.sum() / ((System.nanoTime() - began) / 1e9);
    }

    /** They go on until the other thing is over. Not on virtual threads, which would share their processors with the server's. */
    public static void during(int atOnce, Supplier<Runnable> works, Runnable other) {
        var over = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            var all = IntStream.range(0, atOnce)
                    .mapToObj(n -> threads.submit(() -> {
                        var work = works.get();
                        while (!over.get()) {
                            work.run();
                        }
                    }))
                    .toList();
            other.run();
            over.set(true);
            for (var one : all) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
