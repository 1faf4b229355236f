package dev.parley.instagram.browser.chromium;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;

/** A few threads with a browser each. A browser is started when a tab is first opened in it. Thread-safe. */
public final class Workers implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("browser-clock").daemon().factory());
    private final List<Worker> workers;

    /** @throws IllegalArgumentException if there are to be none */
    public Workers(LaunchSettings settings, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("at least one browser worker is needed, not " + count);
        }
        workers = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Worker("browser-" + number, settings, clock))
                .toList();
    }

    List<Worker> all() {
        return workers;
    }

    /** Ends all browsers, and waits for it. */
    @Override
    public void close() {
        workers.parallelStream().forEach(Worker::close);
        clock.shutdownNow();
    }
}
