package dev.parley.server.bot;

import dev.parley.server.core.WorkspaceId;
import dev.parley.server.quota.LimitsChanged;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.workspace.AllWorkspaces;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** When limits change, what waits for a limit is looked at again at once, wherever they count. */
@Component
class ReleaseQuota {

    private final Tenancy tenancy;
    private final AllWorkspaces workspaces;
    private final Actions actions;
    private final ActionQueue queue;
    /** The change is committed, but its transaction is still bound to its thread. */
    private final Executor elsewhere = Executors.newVirtualThreadPerTaskExecutor();

    ReleaseQuota(Tenancy tenancy, AllWorkspaces workspaces, Actions actions, ActionQueue queue) {
        this.tenancy = tenancy;
        this.workspaces = workspaces;
        this.actions = actions;
        this.queue = queue;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void limitsChanged(LimitsChanged changed) {
        var concerned = changed.workspace();
        elsewhere.execute(() -> (concerned == null ? workspaces.list() : List.of(concerned)).forEach(this::release));
    }

    private void release(WorkspaceId workspace) {
        tenancy.run(
                workspace,
                () -> Stream.of(Turns.QUOTA, Turns.LIMIT_ZERO)
                        .flatMap(reason -> actions.release(reason).stream())
                        .distinct()
                        .forEach(queue::wake));
    }
}
