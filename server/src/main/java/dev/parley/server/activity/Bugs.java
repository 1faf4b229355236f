package dev.parley.server.activity;

import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.BugFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Our own mistakes, with their place in the code. */
@Component
class Bugs {

    private static final Logger LOG = LoggerFactory.getLogger(Bugs.class);

    private final Tenancy tenancy;
    private final ActivityLog activities;

    Bugs(Tenancy tenancy, ActivityLog activities) {
        this.tenancy = tenancy;
        this.activities = activities;
    }

    @EventListener
    void writeDown(BugFound found) {
        var user = MDC.get("user_id");
        var activity = Activity.of("request", Status.FAILED)
                .by(user == null ? null : UserId.of(user), null)
                .about(found.method() + " " + found.path())
                .correlation(found.correlationId())
                .bug(found.bug())
                .build();
        try {
            tenancy.unbound(() -> {
                activities.record(activity);
                return true;
            });
        } catch (RuntimeException databaseIsAway) {
            LOG.warn("A bug could not be written into the activity log", databaseIsAway);
        }
    }
}
