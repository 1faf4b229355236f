package dev.parley.server.bot;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Has the scheduler look for due bots before it would by itself: once for all who want that within some milliseconds. */
@Component
class WakeUp {

    private static final Duration TOGETHER = Duration.ofMillis(20);

    /** A pick is cheap beside what a node does that is busy. */
    private static final Duration BUSY = Duration.ofMillis(50);

    private final ObjectProvider<Scheduler> scheduler;
    private final Executor soon = after(TOGETHER);
    private final Executor later = after(BUSY);
    private final AtomicBoolean comes = new AtomicBoolean();

    WakeUp(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    /** Of the current transaction. */
    void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                come(soon);
            }
        });
    }

    /** For those who are behind a workspace that has all its places, of which nobody knows when they become due. */
    void whileBusy() {
        come(later);
    }

    private void come(Executor in) {
        var woken = scheduler.getObject();
        if (comes.compareAndSet(false, true)) {
            in.execute(() -> {
                comes.set(false);
                woken.triggerCheckForDueExecutions();
            });
        }
    }

    private static Executor after(Duration delay) {
        return CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
