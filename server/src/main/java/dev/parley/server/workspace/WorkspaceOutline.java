package dev.parley.server.workspace;

import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import java.util.List;

/**
 * What may be known of a workspace from outside: not its name.
 *
 * @param personal whether it is somebody's own
 */
public record WorkspaceOutline(WorkspaceId id, boolean personal, List<UserId> owners, int members) {

    public WorkspaceOutline {
        owners = List.copyOf(owners);
    }
}
