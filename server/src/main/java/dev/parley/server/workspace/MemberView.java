package dev.parley.server.workspace;

import dev.parley.server.core.UserId;
import java.time.Instant;

/** A member as the others see them. */
public record MemberView(UserId userId, String username, WorkspaceRole role, boolean disabled, Instant since) {}
