package dev.parley.server.workspace;

import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;

/** Somebody belongs to the workspace no more; what was theirs there is the heir's. Published where the workspace is bound. */
public record MemberGone(WorkspaceId workspace, UserId user, UserId heir, String heirName) {}
