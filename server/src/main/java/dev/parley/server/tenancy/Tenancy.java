package dev.parley.server.tenancy;

import dev.parley.server.core.WorkspaceId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens transactions; inside one that is bound to a workspace, only this workspace's rows exist, and of its accounts only those within
 * the thread's {@link Reach}.
 */
@Component
public class Tenancy {

    private final TransactionTemplate transactions;
    private final JdbcOperations database;

    public Tenancy(PlatformTransactionManager transactionManager, JdbcOperations database) {
        this.transactions = new TransactionTemplate(transactionManager);
        this.database = database;
    }

    /** Joins the current transaction if it is bound to the same workspace, or to none: then it is bound for the work only. */
    public <T extends @Nullable Object> T in(WorkspaceId workspace, Supplier<T> work) {
        var bound = bound();
        if (bound == null) {
            return TransactionSynchronizationManager.isActualTransactionActive()
                    ? bindWithin(workspace, work)
                    : transact(() -> bind(workspace, work));
        }
        if (!bound.workspace().equals(workspace)) {
            throw new IllegalStateException(
                    "The transaction is bound to workspace " + bound.workspace() + " and cannot work in " + workspace);
        }
        return work.get();
    }

    public void run(WorkspaceId workspace, Runnable work) {
        this.<@Nullable Void>in(workspace, () -> {
            work.run();
            return null;
        });
    }

    /**
     * A transaction of its own that is bound in the round trip of its first question; what is said to the database before, by other
     * ways, finds nothing. Its statements are not planned anew for each value: it is for such as find their rows by keys. Not to be
     * called inside a transaction.
     */
    public <T extends @Nullable Object> T beginning(WorkspaceId workspace, Supplier<T> work) {
        return transact(() -> {
            var trip = new RoundTrip(database);
            trip.add(binding(workspace.toString(), Reach.current()));
            trip.add(Write.of("set local plan_cache_mode = force_generic_plan"));
            return bound(workspace, trip, work);
        });
    }

    /** For tables of the whole instance; joins the current transaction, bound or not. */
    public <T extends @Nullable Object> T unbound(Supplier<T> work) {
        return transact(work);
    }

    /** The workspace that the current transaction is bound to. */
    public WorkspaceId workspace() {
        return required().workspace();
    }

    /**
     * Leaves a write for the next question or the end of the bound work, whichever comes first, to spare a round trip; outside of
     * such work it is done now.
     */
    public void later(Write write) {
        var bound = bound();
        var trip = bound == null ? new RoundTrip(database) : bound.trip();
        trip.add(write);
        if (bound == null) {
            trip.make();
        }
    }

    /** Asks, in one round trip with all that waits. */
    public <T> List<T> ask(Question<T> question) {
        return asking(question).rows();
    }

    /** Leaves a question for the round trip that is made when its answer, or a later one's, is wanted. */
    public <T> Answer<T> asking(Question<T> question) {
        var bound = bound();
        var trip = bound == null ? new RoundTrip(database) : bound.trip();
        return trip.add(question);
    }

    /**
     * Does the same for each of several of the bound workspace, none of which depends on what another says: so what they say alike
     * over a table of parameters ({@link Each}) is one statement.
     */
    public <T, R> List<R> forEach(List<T> all, Function<T, R> work) {
        return required().trip().forEach(all, work);
    }

    private @Nullable Bound bound() {
        return (Bound) TransactionSynchronizationManager.getResource(this);
    }

    private Bound required() {
        var bound = bound();
        if (bound == null) {
            throw new IllegalStateException("No workspace is bound");
        }
        return bound;
    }

    private record Bound(WorkspaceId workspace, RoundTrip trip) {}

    private <T extends @Nullable Object> T bind(WorkspaceId workspace, Supplier<T> work) {
        set(workspace.toString(), Reach.current());
        return bound(workspace, new RoundTrip(database), work);
    }

    private <T extends @Nullable Object> T bound(WorkspaceId workspace, RoundTrip trip, Supplier<T> work) {
        TransactionSynchronizationManager.bindResource(this, new Bound(workspace, trip));
        try {
            var result = work.get();
            trip.make();
            return result;
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
        }
    }

    private <T extends @Nullable Object> T bindWithin(WorkspaceId workspace, Supplier<T> work) {
        var result = transact(() -> bind(workspace, work));
        set("", Reach.ALL);
        return result;
    }

    private void set(String workspace, Reach reach) {
        var trip = new RoundTrip(database);
        trip.add(binding(workspace, reach));
        trip.make();
    }

    private static Write binding(String workspace, Reach reach) {
        return Write.of(
                        "select set_config('parley.workspace', :workspace, true), set_config('parley.accounts', :accounts, true)")
                .param("workspace", workspace)
                .param("accounts", reach.setting());
    }

    private <T extends @Nullable Object> T transact(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }
}
