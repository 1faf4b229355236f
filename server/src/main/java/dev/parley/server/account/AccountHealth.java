package dev.parley.server.account;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account is doing.
 *
 * @param sessionValid whether there is a session that is believed to work and has not expired
 * @param errorCode why it is in this state, where that needs a reason
 * @param expiresAt when the session expires unless a check prolongs it; null without one
 */
public record AccountHealth(
        AccountId account,
        AccountState state,
        Instant since,
        boolean sessionValid,
        @Nullable ErrorCode errorCode,
        @Nullable String detail,
        @Nullable Instant expiresAt,
        @Nullable Instant lastActivity,
        @Nullable Instant lastCheckAt,
        @Nullable Instant lastCheckOkAt) {}
