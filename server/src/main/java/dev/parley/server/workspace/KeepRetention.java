package dev.parley.server.workspace;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.workspace.WorkspaceNotes.Note;
import org.springframework.stereotype.Component;

/** Says how long a workspace keeps what it holds of other people. */
@Component
class KeepRetention {

    private final Retentions retentions;
    private final Workspaces workspaces;
    private final WorkspaceNotes notes;
    private final Tenancy tenancy;

    KeepRetention(Retentions retentions, Workspaces workspaces, WorkspaceNotes notes, Tenancy tenancy) {
        this.retentions = retentions;
        this.workspaces = workspaces;
        this.notes = notes;
        this.tenancy = tenancy;
    }

    Retention of(Caller caller) {
        return retentions.of(caller.workspace());
    }

    void change(Caller caller, Retention retention) {
        tenancy.unbound(() -> {
            var before = retentions.of(caller.workspace());
            retentions.change(caller.workspace(), retention);
            var name = workspaces.name(caller.workspace());
            notes.write(Note.by(caller, "change-retention", name, before.words(), retention.words()));
            return before;
        });
    }
}
