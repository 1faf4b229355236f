package dev.parley.server.tenancy;

import dev.parley.server.core.WorkspaceId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens transactions; inside one that is bound to a workspace, only this workspace's rows exist. */
@Component
public class Tenancy {

    private final TransactionTemplate transactions;
    private final JdbcClient database;

    public Tenancy(PlatformTransactionManager transactionManager, JdbcClient database) {
        this.transactions = new TransactionTemplate(transactionManager);
        this.database = database;
    }

    /** Joins the current transaction if it is bound to the same workspace, or to none: then it is bound for the work only. */
    public <T extends @Nullable Object> T in(WorkspaceId workspace, Supplier<T> work) {
        var bound = TransactionSynchronizationManager.getResource(this);
        if (bound == null) {
            return TransactionSynchronizationManager.isActualTransactionActive()
                    ? bindWithin(workspace, work)
                    : transact(() -> bind(workspace, work));
        }
        if (!bound.equals(workspace)) {
            throw new IllegalStateException(
                    "The transaction is bound to workspace " + bound + " and cannot work in " + workspace);
        }
        return work.get();
    }

    public void run(WorkspaceId workspace, Runnable work) {
        this.<@Nullable Void>in(workspace, () -> {
            work.run();
            return null;
        });
    }

    /** For tables of the whole instance; joins the current transaction, bound or not. */
    public <T extends @Nullable Object> T unbound(Supplier<T> work) {
        return transact(work);
    }

    private <T extends @Nullable Object> T bind(WorkspaceId workspace, Supplier<T> work) {
        set(workspace.toString());
        TransactionSynchronizationManager.bindResource(this, workspace);
        try {
            return work.get();
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
        }
    }

    private <T extends @Nullable Object> T bindWithin(WorkspaceId workspace, Supplier<T> work) {
        var result = transact(() -> bind(workspace, work));
        set("");
        return result;
    }

    private void set(String workspace) {
        database.sql("select set_config('parley.workspace', :workspace, true)")
                .param("workspace", workspace)
                .query(String.class)
                .single();
    }

    private <T extends @Nullable Object> T transact(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }
}
