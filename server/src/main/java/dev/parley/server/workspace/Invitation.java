package dev.parley.server.workspace;

import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whoever follows its link becomes a member.
 *
 * @param email whom it is for, as the one who invited wrote it; nobody looks whether there is such a person
 */
public record Invitation(
        InvitationId id,
        WorkspaceId workspace,
        WorkspaceRole role,
        @Nullable String email,
        UserId invitedBy,
        Instant createdAt,
        Instant expiresAt) {}
