package dev.parley.server.workspace;

import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.audit.AuditTrail;
import dev.parley.server.audit.Audited;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down, into the activity log and the trail of a workspace, who came, who went and what they became. */
@Component
class WorkspaceNotes {

    private final Tenancy tenancy;
    private final ActivityLog activities;
    private final AuditTrail trail;

    WorkspaceNotes(Tenancy tenancy, ActivityLog activities, AuditTrail trail) {
        this.tenancy = tenancy;
        this.activities = activities;
        this.trail = trail;
    }

    /**
     * @param about whom or what it concerns
     * @param before null where there was nothing
     * @param after null where nothing is left
     */
    record Note(
            WorkspaceId workspace,
            UserId user,
            String userName,
            String action,
            String about,
            @Nullable String before,
            @Nullable String after) {

        static Note by(Caller caller, String action, String about, @Nullable String before, @Nullable String after) {
            return new Note(caller.workspace(), caller.user(), caller.username(), action, about, before, after);
        }
    }

    void write(Note note) {
        var activity = Activity.of(note.action(), Status.SUCCEEDED)
                .in(note.workspace())
                .by(note.user(), note.userName())
                .about(note.about());
        if (note.before() != null) {
            activity.with("before", note.before());
        }
        if (note.after() != null) {
            activity.with("after", note.after());
        }
        tenancy.run(note.workspace(), () -> {
            activities.record(activity.build());
            trail.record(Audited.of(note.action())
                    .in(note.workspace())
                    .by(note.user(), note.userName())
                    .on(null, note.about())
                    .changing(note.before(), note.after()));
        });
    }
}
