package dev.parley.server.bot;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.quota.LimitsChanged;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.workspace.AllWorkspaces;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** When limits change, what waits for a limit is looked at again at once, wherever they count. */
@Component
class ReleaseQuota {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseQuota.class);
    private static final List<String> LIMITS = List.of(Limiting.QUOTA, Limiting.LIMIT_ZERO);

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
        elsewhere.execute(() ->
                orTell(() -> (concerned == null ? workspaces.list() : List.of(concerned)).forEach(this::release)));
    }

    private void release(WorkspaceId workspace) {
        tenancy.in(workspace, () -> actions.waitingFor(LIMITS))
                .forEach(account -> orTell(() -> release(workspace, account)));
    }

    /** The bot is held first, as ticks do it: else this would wait for a tick that waits for this. */
    private void release(WorkspaceId workspace, AccountId account) {
        tenancy.run(workspace, () -> {
            queue.wake(account);
            actions.release(account, LIMITS);
        });
    }

    private static void orTell(Runnable release) {
        try {
            release.run();
        } catch (RuntimeException trouble) {
            LOG.warn("What waits for a limit goes on no sooner than the limit opens by itself", trouble);
        }
    }
}
