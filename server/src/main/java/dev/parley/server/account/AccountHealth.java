package dev.parley.server.account;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an account is doing.
 *
 * @param sessionValid whether there is a session that is believed to work and has not expired
 * @param errorCode why it is in this state, where that needs a reason
 * @param signedInAt when the session began; null without one
 * @param keepsPassword whether Parley may sign in again by itself
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
        @Nullable Instant lastCheckOkAt,
        @Nullable Instant signedInAt,
        boolean keepsPassword) {

    /** When Instagram last answered to the account. */
    public @Nullable Instant lastSuccessAt() {
        return Stream.of(lastActivity, lastCheckOkAt, signedInAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
