package dev.parley.server.node;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Out of service while it is being stopped, so that whoever spreads requests over servers leaves it out in time. */
@Component
class NodeHealth implements HealthIndicator {

    private final ObjectProvider<Heartbeat> heartbeat;

    NodeHealth(ObjectProvider<Heartbeat> heartbeat) {
        this.heartbeat = heartbeat;
    }

    @Override
    public Health health() {
        return heartbeat.stream().anyMatch(Heartbeat::isDraining)
                ? Health.outOfService().build()
                : Health.up().build();
    }
}
