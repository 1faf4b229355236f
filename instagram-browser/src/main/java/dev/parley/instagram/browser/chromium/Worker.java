package dev.parley.instagram.browser.chromium;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.PlaywrightException;
import dev.parley.instagram.browser.chromium.BrowserTrouble.Kind;
import dev.parley.instagram.http.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One thread with its own Playwright and browser. Playwright is for one thread only, so many accounts take turns here: each turn is one short
 * step, and whoever waits for a page does so outside, while others have their turns. A step that takes longer than its limit is cut off.
 */
final class Worker implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final LaunchSettings settings;
    private final ScheduledExecutorService clock;
    private final DelayQueue<Job<?>> jobs = new DelayQueue<>();
    private final Engine engine;
    private final Thread thread;
    private final Occupancy occupancy = new Occupancy();
    private volatile @Nullable Instant lastLook;
    private volatile boolean closed;

    Worker(String name, LaunchSettings settings, ScheduledExecutorService clock) {
        this.settings = settings;
        this.clock = clock;
        this.engine = new Engine(settings);
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::work);
    }

    /**
     * A tab of this worker is in somebody's hands.
     *
     * @throws BrowserTrouble if the browser is to be replaced first, and others still have tabs at the deadline
     */
    void enter(Deadline deadline) {
        occupancy.enter(deadline);
    }

    /** A browser that has grown too large is replaced when nobody has a tab; tabs open again from what is known of them. */
    void leave() {
        boolean last = occupancy.leave();
        if (settings.mostMemory() == 0 || closed) {
            return;
        }
        if (last) {
            later(this::replaceIfTooLarge);
        } else if (lastLook == null || lastLook.plus(BETWEEN_LOOKS).isBefore(Instant.now())) {
            later(this::shutIfTooLarge);
        }
    }

    /** Where somebody always has a tab, it would never be replaced. */
    private void shutIfTooLarge() {
        lastLook = Instant.now();
        if (isTooLarge() && !occupancy.isEmpty()) {
            occupancy.shut();
        }
    }

    private void replaceIfTooLarge() {
        if (!occupancy.isEmpty()) {
            return;
        }
        try {
            if (isTooLarge()) {
                engine.retire();
            }
        } finally {
            occupancy.open();
        }
    }

    private boolean isTooLarge() {
        return engine.memory() > settings.mostMemory();
    }

    /** A step that may start a browser. */
    <T> T start(Supplier<T> step, Deadline deadline) {
        return submit(new Job<T>(step, false, settings.startLimit(), this::replaceBrowser), deadline);
    }

    /** One step, in its turn. */
    <T> T step(Supplier<T> step, Runnable ifStuck, Deadline deadline) {
        return submit(new Job<T>(step, false, settings.stepLimit(), ifStuck), deadline);
    }

    /** Looks again and again, with pauses, until there is something to see. */
    <T> T until(Supplier<? extends @Nullable T> look, Runnable ifStuck, Deadline deadline) {
        return submit(new Job<T>(look, true, settings.stepLimit(), ifStuck), deadline);
    }

    /** A step that nobody waits for. If it gets stuck, the whole browser is replaced. */
    void later(Runnable step) {
        jobs.add(later(step, settings.stepLimit()));
    }

    private Job<?> later(Runnable step, Duration limit) {
        Supplier<Boolean> done = () -> {
            step.run();
            return true;
        };
        return new Job<>(done, false, limit, this::replaceBrowser);
    }

    private <T> T submit(Job<T> job, Deadline deadline) {
        if (closed) {
            throw ended();
        }
        jobs.add(job);
        return job.await(deadline);
    }

    private void work() {
        while (!closed) {
            Job<?> job = next();
            if (job != null && job.begin()) {
                perform(job);
                if (job.again()) {
                    jobs.add(job);
                }
            }
        }
        engine.stop();
        jobs.forEach(job -> job.fail(ended()));
    }

    private @Nullable Job<?> next() {
        try {
            return jobs.take();
        } catch (InterruptedException e) {
            return null;
        }
    }

    private void perform(Job<?> job) {
        Alarm alarm = new Alarm(clock, job.limit());
        try {
            job.run();
            alarm.stop();
        } catch (PlaywrightException e) {
            settle(job, e, alarm.stop());
        } catch (RuntimeException | Error e) {
            alarm.stop();
            job.fail(e);
        }
    }

    private void settle(Job<?> job, PlaywrightException complaint, boolean rang) {
        if (!rang) {
            job.fail(Troubles.of(complaint));
            return;
        }
        Runnable ifStuck = job.ifStuck();
        if (ifStuck != null) {
            later(ifStuck);
        }
        job.fail(new BrowserTrouble(Kind.STUCK, "the page did not react", complaint));
    }

    private static BrowserTrouble ended() {
        return new BrowserTrouble(Kind.ENDED, "the browser driver is closed");
    }

    /** For steps. */
    Browser browser() {
        return engine.browser();
    }

    /** For steps: ends a browser that does not even close a page. A new one is started when it is needed. */
    private void replaceBrowser() {
        engine.kill();
    }

    /** Ends the thread and its browser; a step under way is cut off at its limit. Waits for it. */
    @Override
    public void close() {
        closed = true;
        later(() -> {});
        try {
            if (!thread.join(settings.stepLimit().multipliedBy(2))) {
                engine.kill();
            }
        } catch (InterruptedException e) {
            engine.kill();
            Thread.currentThread().interrupt();
        }
    }
}
