package dev.parley.server.quota;

import dev.parley.server.core.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * What waits for quota may be able to go on. Published inside the transaction that changes the limits.
 *
 * @param workspace whose accounts it concerns, or null for those of all workspaces
 */
public record LimitsChanged(@Nullable WorkspaceId workspace) {}
