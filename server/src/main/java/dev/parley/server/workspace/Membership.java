package dev.parley.server.workspace;

import dev.parley.server.core.WorkspaceId;

/**
 * A workspace as one of its members sees it.
 *
 * @param personal whether it is the member's own, which they cannot leave
 */
public record Membership(WorkspaceId id, String name, WorkspaceRole role, boolean personal) {}
