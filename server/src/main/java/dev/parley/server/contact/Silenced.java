package dev.parley.server.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to whom nobody in the workspace writes.
 *
 * @param username null for those who were erased
 * @param reason asked, opted_out or erased
 * @param user who put them on the list, where somebody did
 */
public record Silenced(
        UUID id,
        @Nullable String username,
        String reason,
        @Nullable String note,
        @Nullable String user,
        Instant createdAt) {}
