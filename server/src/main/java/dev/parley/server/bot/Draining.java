package dev.parley.server.bot;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.parley.server.node.Heartbeat;
import dev.parley.server.node.Nodes;
import dev.parley.server.node.ThisNode;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The first thing when a server is stopped: it says so, picks nothing more, ends the calls under way within a bound, and leaves its
 * bots to the others, which take them over at once. Where it is the only one, it works on until its requests are answered: some of
 * them wait for bots.
 */
@Component
@ConditionalOnBooleanProperty(name = "db-scheduler.enabled", matchIfMissing = true)
class Draining implements SmartLifecycle {

    /** Less than what Spring grants each phase of a shutdown. */
    private static final Duration BOUND = Duration.ofSeconds(7);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);

    private final Scheduler scheduler;
    private final Schedule schedule;
    private final Heartbeat heartbeat;
    private final Nodes nodes;
    private final ThisNode node;
    private volatile boolean running;

    Draining(Scheduler scheduler, Schedule schedule, Heartbeat heartbeat, Nodes nodes, ThisNode node) {
        this.scheduler = scheduler;
        this.schedule = schedule;
        this.heartbeat = heartbeat;
        this.nodes = nodes;
        this.node = node;
    }

    @Override
    public void start() {
        heartbeat.drain(false);
        scheduler.resume();
        running = true;
    }

    @Override
    public void stop() {
        leave(BOUND);
    }

    void leave(Duration bound) {
        running = false;
        heartbeat.drain(true);
        try {
            if (nodes.othersRun(node)) {
                scheduler.pause();
                endWhatRuns(bound);
                schedule.giveBack(node.id());
            }
        } catch (DataAccessException unavailable) {
            cannotLeave(unavailable);
        }
    }

    private void endWhatRuns(Duration bound) {
        var began = System.nanoTime();
        while (!scheduler.getCurrentlyExecuting().isEmpty() && System.nanoTime() - began < bound.toNanos()) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    @PreDestroy
    void end() {
        scheduler.stop();
        try {
            schedule.giveBack(node.id());
        } catch (DataAccessException unavailable) {
            cannotLeave(unavailable);
        }
    }

    private static void cannotLeave(DataAccessException unavailable) {
        LOG.warn("The bots cannot be left to other servers: {}", unavailable.getMessage());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped before everything else: health tells of it while requests are still taken. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
