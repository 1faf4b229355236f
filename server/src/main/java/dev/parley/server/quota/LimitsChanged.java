package dev.parley.server.quota;

import dev.parley.server.core.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What waits for quota may be able to go on. Published inside the transaction that changes the limits.
 *
 * @param user whose limits, or null for everybody's
 */
public record LimitsChanged(@Nullable UserId user) {}
