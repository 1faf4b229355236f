package dev.parley.server.activity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An activity as the people of its workspace see it. */
public record ActivityView(
        UUID id,
        Instant createdAt,
        String action,
        String status,
        @Nullable String subject,
        @Nullable String errorCode,
        @Nullable String message,
        @Nullable UUID accountId,
        @Nullable String accountName,
        @Nullable UUID userId,
        @Nullable String userName,
        @Nullable String correlationId,
        Map<String, Object> metadata) {

    /** What an administrator may know of somebody else's: that it happened, and how it went. */
    public ActivityView withoutContent() {
        return new ActivityView(
                id,
                createdAt,
                action,
                status,
                null,
                errorCode,
                null,
                null,
                null,
                userId,
                null,
                correlationId,
                Map.of());
    }
}
