package dev.parley.server.workspace;

import dev.parley.server.core.UserId;
import java.time.Instant;

/** Somebody in a workspace, and what they are there. */
record Member(UserId user, WorkspaceRole role, Instant since) {

    boolean isOwner() {
        return role == WorkspaceRole.OWNER;
    }
}
