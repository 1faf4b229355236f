package dev.parley.server.workspace;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.workspace.WorkspaceNotes.Note;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes workspaces and names them. */
@Component
class KeepWorkspaces {

    private final Workspaces workspaces;
    private final WorkspaceSettings settings;
    private final WorkspaceNotes notes;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;

    KeepWorkspaces(
            Workspaces workspaces,
            WorkspaceSettings settings,
            WorkspaceNotes notes,
            Tenancy tenancy,
            ApplicationEventPublisher events) {
        this.workspaces = workspaces;
        this.settings = settings;
        this.notes = notes;
        this.tenancy = tenancy;
        this.events = events;
    }

    Membership add(Caller caller, String name) {
        demandRoom(caller);
        return tenancy.unbound(() -> {
            var added = new Membership(workspaces.add(caller.user(), name), name, WorkspaceRole.OWNER, false);
            notes.write(new Note(added.id(), caller.user(), caller.username(), "create-workspace", name, null, name));
            tenancy.run(added.id(), () -> events.publishEvent(new WorkspaceAdded(added.id())));
            return added;
        });
    }

    /** A cap on accounts would be none if everybody could have any number of workspaces. */
    private void demandRoom(Caller caller) {
        var owned = workspaces.of(caller.user()).stream()
                .filter(membership -> membership.role() == WorkspaceRole.OWNER)
                .count();
        if (owned >= settings.ownedPerPerson()) {
            throw new BotException(
                    ErrorCode.TOO_MANY_WORKSPACES,
                    "You own %d workspaces already, and may own no more.".formatted(owned));
        }
    }

    void rename(Caller caller, String name) {
        tenancy.unbound(() -> {
            var former = workspaces.name(caller.workspace());
            workspaces.rename(caller.workspace(), name);
            notes.write(Note.by(caller, "rename-workspace", name, former, name));
            return name;
        });
    }
}
