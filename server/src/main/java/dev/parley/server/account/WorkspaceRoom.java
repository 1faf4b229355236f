package dev.parley.server.account;

import dev.parley.server.core.WorkspaceId;
import java.util.List;

/**
 * A workspace as administrators see it: not its name, nor anything that is in it.
 *
 * @param personal whether it is somebody's own
 * @param accounts how many it has
 * @param maxAccounts how many it may have
 * @param adjusted whether an administrator said so; the settings else
 */
public record WorkspaceRoom(
        WorkspaceId id,
        boolean personal,
        List<String> owners,
        int members,
        int accounts,
        int maxAccounts,
        boolean adjusted) {

    public WorkspaceRoom {
        owners = List.copyOf(owners);
    }
}
