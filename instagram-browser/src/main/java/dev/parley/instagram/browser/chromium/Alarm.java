package dev.parley.instagram.browser.chromium;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts a worker whose step takes too long. Fact: Playwright waits for the browser's answer in slices, and an interrupt ends the waiting
 * while the connection stays usable.
 */
final class Alarm {

    private final Thread worker = Thread.currentThread();
    private final ScheduledFuture<?> waiting;
    private boolean over;
    private boolean rang;

    /** For the calling thread. */
    Alarm(ScheduledExecutorService clock, Duration limit) {
        waiting = clock.schedule(this::ring, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void ring() {
        if (!over) {
            rang = true;
            worker.interrupt();
        }
    }

    /** Never rings afterwards. True if it has rung. */
    synchronized boolean stop() {
        over = true;
        waiting.cancel(false);
        if (rang) {
            Thread.interrupted();
        }
        return rang;
    }
}
