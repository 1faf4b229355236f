package dev.parley.server.workspace;

import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.identity.AccessTried;
import dev.parley.server.identity.PersonAdded;
import dev.parley.server.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Everybody has a workspace of their own; how they got in, or did not, is written down there. */
@Component
class PersonalWorkspace {

    private final Workspaces workspaces;
    private final Tenancy tenancy;
    private final ActivityLog activities;
    private final ApplicationEventPublisher events;

    PersonalWorkspace(
            Workspaces workspaces, Tenancy tenancy, ActivityLog activities, ApplicationEventPublisher events) {
        this.workspaces = workspaces;
        this.tenancy = tenancy;
        this.activities = activities;
        this.events = events;
    }

    @EventListener
    void add(PersonAdded added) {
        var workspace = workspaces.addPersonal(added.user(), added.username());
        tenancy.run(workspace, () -> events.publishEvent(new WorkspaceAdded(workspace)));
    }

    @EventListener
    void writeDown(AccessTried tried) {
        workspaces.personal(tried.user()).ifPresent(workspace -> {
            var refused = tried.refused();
            var activity = Activity.of(tried.action(), refused == null ? Status.SUCCEEDED : Status.FAILED)
                    .in(workspace)
                    .by(tried.user(), tried.username())
                    .about(tried.about());
            tenancy.run(
                    workspace,
                    () -> activities.record((refused == null ? activity : activity.refused(refused)).build()));
        });
    }
}
