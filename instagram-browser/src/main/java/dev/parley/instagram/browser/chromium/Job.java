package dev.parley.instagram.browser.chromium;

import dev.parley.instagram.browser.chromium.BrowserTrouble.Kind;
import dev.parley.instagram.http.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A short step that waits for its turn on a worker, or a look that is taken again and again until it shows something.
 *
 * @param <T> what comes of it
 */
final class Job<T> implements Delayed {

    /** The first looks follow each other quickly, later ones less so. */
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(120);

    private enum Stage {
        WAITING,
        RUNNING,
        ENDED
    }

    private final Supplier<? extends @Nullable T> step;
    private final boolean repeated;
    private final Duration limit;
    private final @Nullable Runnable ifStuck;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private volatile long due = System.nanoTime();
    private long pause = FIRST_PAUSE;

    /** @param ifStuck what is to be done when it did not end within its limit */
    Job(Supplier<? extends @Nullable T> step, boolean repeated, Duration limit, @Nullable Runnable ifStuck) {
        this.step = step;
        this.repeated = repeated;
        this.limit = limit;
        this.ifStuck = ifStuck;
    }

    Duration limit() {
        return limit;
    }

    @Nullable
    Runnable ifStuck() {
        return ifStuck;
    }

    /** False if nobody waits for it any more. */
    boolean begin() {
        return stage.compareAndSet(Stage.WAITING, Stage.RUNNING);
    }

    /** Runs it once; what it throws goes to whoever waits. */
    void run() {
        T value = step.get();
        if (value != null) {
            result.complete(value);
        } else if (!repeated) {
            fail(new IllegalStateException("a step gave nothing"));
        }
    }

    void fail(Throwable why) {
        result.completeExceptionally(why);
    }

    /** True if it has to be run once more, after a pause. */
    boolean again() {
        if (result.isDone()) {
            stage.set(Stage.ENDED);
            return false;
        }
        due = System.nanoTime() + pause;
        pause = Math.min(LONGEST_PAUSE, pause + pause / 5);
        return stage.compareAndSet(Stage.RUNNING, Stage.WAITING);
    }

    T await(Deadline deadline) {
        try {
            return result.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            giveUp();
            throw new BrowserTrouble(Kind.LATE, "the time was over", e);
        } catch (InterruptedException e) {
            giveUp();
            Thread.currentThread().interrupt();
            throw new BrowserTrouble(Kind.ENDED, "interrupted", e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    /** Runs no more unless it runs at this moment. */
    private void giveUp() {
        result.cancel(false);
        stage.compareAndSet(Stage.WAITING, Stage.ENDED);
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.signum(due - ((Job<?>) other).due);
    }
}
