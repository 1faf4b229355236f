package dev.parley.server.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a member wrote down about somebody. Names are snapshots. */
public record Note(
        UUID id,
        String text,
        String user,
        Instant createdAt,
        @Nullable String editedBy,
        @Nullable Instant editedAt) {}
