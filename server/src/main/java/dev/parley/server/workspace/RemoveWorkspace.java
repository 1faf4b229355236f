package dev.parley.server.workspace;

import dev.parley.server.audit.AuditTrail;
import dev.parley.server.audit.Audited;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Wrong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Removes a workspace with all that is stored of it. What was written down there, nobody can read any more. */
@Component
class RemoveWorkspace {

    private final Workspaces workspaces;
    private final AuditTrail trail;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;

    RemoveWorkspace(Workspaces workspaces, AuditTrail trail, Tenancy tenancy, ApplicationEventPublisher events) {
        this.workspaces = workspaces;
        this.trail = trail;
        this.tenancy = tenancy;
        this.events = events;
    }

    /** By an owner, who types its name to show that it is the one that they mean. */
    void delete(Membership own, String typed) {
        if (workspaces.isPersonal(own.id())) {
            throw new BotException(
                    ErrorCode.PERSONAL_WORKSPACE, "It is somebody's own workspace, and goes with its person only.");
        }
        if (!own.name().equals(typed.strip())) {
            throw Wrong.refusal("name", "is not the name of the workspace");
        }
        tenancy.unbound(() -> {
            remove(own.id());
            return true;
        });
    }

    /** In the caller's transaction. Administrators read that it is gone, not what it was called. */
    void remove(WorkspaceId workspace) {
        tenancy.run(workspace, () -> events.publishEvent(new WorkspaceGoes(workspace)));
        workspaces.remove(workspace);
        var audited = Audited.of("remove-workspace").on(workspace, null);
        trail.record(SignedIn.ifAny()
                .map(SignedIn::person)
                .map(person -> audited.by(person.id(), person.username()))
                .orElse(audited));
    }
}
