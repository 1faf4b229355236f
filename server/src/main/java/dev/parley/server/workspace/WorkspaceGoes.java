package dev.parley.server.workspace;

import dev.parley.server.core.WorkspaceId;

/** A workspace is about to be removed with all that is stored of it. Published where it is bound. */
public record WorkspaceGoes(WorkspaceId workspace) {}
