package dev.parley.server.activity;

import dev.parley.server.activity.Activities.Placed;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Reach;
import dev.parley.server.tenancy.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hands new activities to whoever listens. One poller per node, and none while nobody listens. */
@Component
class LiveFeed {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final int AT_ONCE = 500;

    private final Activities activities;
    private final Tenancy tenancy;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private boolean polling;

    LiveFeed(Activities activities, Tenancy tenancy) {
        this.activities = activities;
        this.tenancy = tenancy;
    }

    Listener listen(WorkspaceId workspace, Optional<Position> after) {
        var position = after.orElseGet(() -> tenancy.in(workspace, activities::now));
        var listener = new Listener(new Listener.View(workspace, Reach.current()), position, listeners::remove);
        listeners.add(listener);
        pollIfNobodyDoes();
        return listener;
    }

    private synchronized void pollIfNobodyDoes() {
        if (!polling) {
            polling = true;
            Thread.ofVirtual().name("live-feed").start(this::poll);
        }
    }

    private void poll() {
        while (isWanted()) {
            try {
                byView().forEach(this::deliver);
            } catch (RuntimeException failed) {
                LOG.warn("The live feed could not be read; trying again", failed);
            }
            LockSupport.parkNanos(PERIOD.toNanos());
        }
    }

    private synchronized boolean isWanted() {
        polling = !listeners.isEmpty();
        return polling;
    }

    private Map<Listener.View, List<Listener>> byView() {
        return listeners.stream().collect(Collectors.groupingBy(Listener::view));
    }

    private void deliver(Listener.View view, List<Listener> here) {
        var oldest = here.stream()
                .map(Listener::position)
                .reduce((one, other) -> one.isBefore(other) ? one : other)
                .orElseThrow();
        try (var _ = view.reach().bind()) {
            List<Placed> fresh = tenancy.in(view.workspace(), () -> activities.settledAfter(oldest, AT_ONCE));
            here.forEach(listener -> listener.offer(fresh));
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        listeners.forEach(Listener::close);
    }
}
