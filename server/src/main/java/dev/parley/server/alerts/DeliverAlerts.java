package dev.parley.server.alerts;

import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells what is to be told, in every workspace that has something: side by side, so that nobody waits for a receiver of somebody else's
 * that takes its time.
 */
@Component
class DeliverAlerts {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverAlerts.class);

    /** So that one run ends in a time that can be told. */
    private static final int ROUNDS = 5;

    private static final int WORKSPACES_AT_ONCE = 16;
    private static final int SENT_AT_ONCE = 8;
    private static final int FORGOTTEN_AT_ONCE = 500;
    private static final Duration KEPT = Duration.ofDays(30);

    private final AlertTurns turns;
    private final TellAlerts tell;
    private final SendWebhooks send;
    private final Alerts alerts;
    private final Deliveries deliveries;
    private final Tenancy tenancy;
    private final Clock clock;

    DeliverAlerts(
            AlertTurns turns,
            TellAlerts tell,
            SendWebhooks send,
            Alerts alerts,
            Deliveries deliveries,
            Tenancy tenancy,
            Clock clock) {
        this.turns = turns;
        this.tell = tell;
        this.send = send;
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    void run() {
        for (var round = 0; round < ROUNDS; round++) {
            var due = tenancy.unbound(() -> turns.take(WORKSPACES_AT_ONCE, clock.instant()));
            if (due.isEmpty()) {
                return;
            }
            sideBySide(due, this::take);
        }
    }

    /** How long until something is to be told, if anything is known to be. */
    Optional<Duration> rest() {
        return tenancy.unbound(turns::next).map(next -> Duration.between(clock.instant(), next));
    }

    private void take(AlertTurns.Turn turn) {
        try {
            var workspace = turn.workspace();
            var more = tell(workspace) || !send(workspace);
            tenancy.run(workspace, () -> end(turn, more));
        } catch (RuntimeException failed) {
            LOG.warn("The alerts of workspace {} were not told; trying again", turn.workspace(), failed);
        }
    }

    /** Whether there may be more. */
    private boolean tell(WorkspaceId workspace) {
        for (var round = 0; round < ROUNDS; round++) {
            if (!tell.some(workspace)) {
                return false;
            }
        }
        return true;
    }

    /** Whether all was sent that was due. */
    private boolean send(WorkspaceId workspace) {
        for (var round = 0; round < ROUNDS; round++) {
            var parcels = send.take(workspace, SENT_AT_ONCE);
            if (parcels.isEmpty()) {
                return true;
            }
            sideBySide(parcels, parcel -> send.send(workspace, parcel));
        }
        return false;
    }

    private void end(AlertTurns.Turn turn, boolean more) {
        var now = clock.instant();
        alerts.forgetBefore(now.minus(KEPT), FORGOTTEN_AT_ONCE);
        deliveries.forgetBefore(now.minus(KEPT), FORGOTTEN_AT_ONCE);
        var next = more ? Optional.of(now) : deliveries.next();
        next.ifPresentOrElse(due -> turns.goOnAt(turn, due), () -> turns.end(turn));
    }

    private static <T> void sideBySide(Collection<T> all, Consumer<T> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all.forEach(one -> threads.execute(() -> work.accept(one)));
        }
    }
}
