package dev.parley.server.bot;

import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Tenancy;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lets a request wait for its action's outcome: told at once if this node performs it, else by asking the database now and then. */
@Component
public class Awaiting {

    private static final Logger LOG = LoggerFactory.getLogger(Awaiting.class);
    private static final long POLL_MILLIS = 200;

    private final Tenancy tenancy;
    private final EndedActions endedActions;
    private final Map<UUID, Waiter> waiters = new ConcurrentHashMap<>();
    private final ScheduledExecutorService poll = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("awaiting").factory());

    Awaiting(Tenancy tenancy, EndedActions endedActions) {
        this.tenancy = tenancy;
        this.endedActions = endedActions;
        poll.scheduleWithFixedDelay(this::askDatabase, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Empty if the action has not ended by then; it goes on. Not to be called inside a transaction. */
    public Optional<EndedAction> await(WorkspaceId workspace, UUID action, Duration patience) {
        var waiter = waiters.computeIfAbsent(action, id -> new Waiter(workspace, new CompletableFuture<>()));
        try {
            return Optional.of(waiter.ended.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            waiters.remove(action);
        }
    }

    void ended(EndedAction action) {
        if (waiters.containsKey(action.id())) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    tell(action);
                }
            });
        }
    }

    private void askDatabase() {
        try {
            waiters.values().stream().map(Waiter::workspace).distinct().forEach(this::askDatabase);
        } catch (RuntimeException unavailable) {
            LOG.warn("Cannot ask for the outcomes that requests wait for: {}", unavailable.getMessage());
        }
    }

    private void askDatabase(WorkspaceId workspace) {
        var ids = waiters.entrySet().stream()
                .filter(entry -> entry.getValue().workspace.equals(workspace))
                .map(Map.Entry::getKey)
                .toList();
        List<EndedAction> ended = tenancy.in(workspace, () -> endedActions.of(ids));
        ended.forEach(this::tell);
    }

    private void tell(EndedAction action) {
        var waiter = waiters.get(action.id());
        if (waiter != null) {
            waiter.ended.complete(action);
        }
    }

    @PreDestroy
    void stop() {
        poll.shutdownNow();
    }

    private record Waiter(WorkspaceId workspace, CompletableFuture<EndedAction> ended) {}
}
