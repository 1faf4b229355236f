package dev.parley.server.workspace;

import dev.parley.server.core.WorkspaceId;

/** There is a new workspace. Published where it is bound. */
public record WorkspaceAdded(WorkspaceId workspace) {}
