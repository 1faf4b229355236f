package dev.parley.server.tenancy;

import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;

/** Who acts, and in which workspace. */
public record Caller(UserId user, String username, boolean admin, WorkspaceId workspace) {}
