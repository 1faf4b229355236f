package dev.parley.server.workspace;

import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;

/** Somebody belongs to the workspace no more; what was theirs there is the heir's. Published in its transaction. */
public record MemberGone(WorkspaceId workspace, UserId user, UserId heir, String heirName) {}
