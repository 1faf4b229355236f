package dev.parley.server.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line of the trail.
 *
 * @param address from where; null where no request was behind it
 * @param errorCode null unless it was refused
 */
public record AuditView(
        UUID id,
        Instant createdAt,
        String action,
        @Nullable UUID userId,
        @Nullable String userName,
        @Nullable String subjectId,
        @Nullable String subject,
        @Nullable String address,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        @Nullable String errorCode,
        @Nullable String correlationId) {}
