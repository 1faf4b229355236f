package dev.parley.server.account;

import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the session showed.
 *
 * @param sessionValid whether the session counts as one that works; one unclear answer does not change that
 * @param code null where Instagram answered as this account
 */
public record Checked(
        boolean sessionValid,
        Instant checkedAt,
        @Nullable ErrorCode code,
        @Nullable String reason) {}
