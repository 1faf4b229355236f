package dev.parley.server.workspace;

import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Deletes in every workspace what it keeps no longer, a part at a time. */
@Component
class ForgetOld {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetOld.class);
    private static final int AT_ONCE = 1_000;

    private final AllWorkspaces workspaces;
    private final Retentions retentions;
    private final List<Forgets> forgetful;
    private final Tenancy tenancy;
    private final Clock clock;

    ForgetOld(AllWorkspaces workspaces, Retentions retentions, List<Forgets> forgetful, Tenancy tenancy, Clock clock) {
        this.workspaces = workspaces;
        this.retentions = retentions;
        this.forgetful = forgetful;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    void everywhere() {
        for (var workspace : workspaces.list()) {
            try {
                in(workspace);
            } catch (RuntimeException failed) {
                LOG.error("What workspace {} keeps no longer is not all deleted", workspace, failed);
            }
        }
    }

    void in(WorkspaceId workspace) {
        var retention = retentions.of(workspace);
        for (var one : forgetful) {
            var days = retention.days(one.what());
            if (days != null) {
                forget(workspace, one, clock.instant().minus(Duration.ofDays(days)));
            }
        }
    }

    private void forget(WorkspaceId workspace, Forgets one, Instant before) {
        int forgotten;
        do {
            forgotten = tenancy.in(workspace, () -> one.forget(before, AT_ONCE));
        } while (forgotten == AT_ONCE);
    }
}
