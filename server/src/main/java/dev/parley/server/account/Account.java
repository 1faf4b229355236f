package dev.parley.server.account;

import dev.parley.instagram.PersonId;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An Instagram account of a workspace.
 *
 * @param user who connected it
 * @param username in lower case, without @
 * @param instagramUserId null until the first sign-in succeeds
 * @param driver the name of the driver that works it
 * @param consentedAt when its owner accepted what the driver risks
 */
public record Account(
        AccountId id,
        WorkspaceId workspace,
        UserId user,
        String username,
        @Nullable PersonId instagramUserId,
        String driver,
        @Nullable Instant consentedAt,
        Instant createdAt) {

    /** Whether a sign-in to it has ever succeeded. */
    public boolean wasConnected() {
        return instagramUserId != null;
    }
}
