package dev.parley.server.node;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Tells the other servers that this one lives, once every few seconds, and in the end that it has left. */
@Component
@ConditionalOnBooleanProperty(name = "db-scheduler.enabled", matchIfMissing = true)
public class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final ThisNode node;
    private final Nodes nodes;
    private final Measure measure;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heartbeat").factory());
    private volatile boolean draining;

    Heartbeat(ThisNode node, Nodes nodes, Measure measure) {
        this.node = node;
        this.nodes = nodes;
        this.measure = measure;
    }

    @PostConstruct
    void start() {
        thread.scheduleWithFixedDelay(this::beat, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Tells at once whether this server is being stopped. */
    public void drain(boolean stopping) {
        draining = stopping;
        beat();
    }

    boolean isDraining() {
        return draining;
    }

    private void beat() {
        try {
            nodes.beat(node, draining, measure.now());
        } catch (DataAccessException unavailable) {
            LOG.warn("The other servers cannot be told that this one lives: {}", unavailable.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        thread.close();
        try {
            nodes.leave(node);
        } catch (DataAccessException unavailable) {
            LOG.warn("The other servers cannot be told that this one has left: {}", unavailable.getMessage());
        }
    }
}
