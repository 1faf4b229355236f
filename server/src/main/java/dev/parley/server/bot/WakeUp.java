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

/** Has the scheduler look for due bots before it would by itself: once for all that were made due within some milliseconds. */
@Component
class WakeUp {

    private static final Duration TOGETHER = Duration.ofMillis(20);

    private final ObjectProvider<Scheduler> scheduler;
    private final Executor soon = CompletableFuture.delayedExecutor(TOGETHER.toMillis(), TimeUnit.MILLISECONDS);
    private final AtomicBoolean comes = new AtomicBoolean();

    WakeUp(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    /** Of the current transaction. */
    void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                come();
            }
        });
    }

    private void come() {
        var woken = scheduler.getObject();
        if (comes.compareAndSet(false, true)) {
            soon.execute(() -> {
                comes.set(false);
                woken.triggerCheckForDueExecutions();
            });
        }
    }
}
