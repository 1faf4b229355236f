package dev.parley.server.alerts;

import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened, as a rule tells it.
 *
 * @param repeats how often the same has happened since it was told before, without being told
 */
public record Alert(
        UUID id,
        RuleId rule,
        AlertEvent event,
        @Nullable UUID accountId,
        @Nullable String account,
        @Nullable String state,
        @Nullable ErrorCode code,
        String about,
        String path,
        int repeats,
        Instant happenedAt) {}
