package dev.parley.server.account;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account as programs see it.
 *
 * @param signsInAgain whether its password is kept, to sign in again by itself
 * @param workingHours by day of the week, when its jobs go on; empty for any time
 * @param timeZone of the working hours
 * @param pace by how much longer than usual its jobs wait between two actions
 */
record AccountView(
        AccountId id,
        String username,
        @Nullable String instagramUserId,
        String driver,
        AccountState state,
        Instant since,
        @Nullable Why why,
        boolean sessionValid,
        @Nullable Instant expiresAt,
        @Nullable Instant lastActivity,
        @Nullable Instant lastCheckAt,
        @Nullable Instant lastCheckOkAt,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant signedInAt,
        boolean signsInAgain,
        Map<String, List<String>> workingHours,
        String timeZone,
        int pace,
        Instant createdAt) {

    /** @param error the stable name of the code */
    record Why(
            String errorCode,
            String error,
            String title,
            @Nullable String detail,
            String recommendedAction) {

        static @Nullable Why of(AccountHealth health) {
            ErrorCode code = health.errorCode();
            return code == null
                    ? null
                    : new Why(code.code(), code.name(), code.title(), health.detail(), code.recommendedAction());
        }
    }

    static AccountView of(Account account, AccountHealth health, Rhythm rhythm) {
        var person = account.instagramUserId();
        return new AccountView(
                account.id(),
                account.username(),
                person == null ? null : person.value(),
                account.driver(),
                health.state(),
                health.since(),
                Why.of(health),
                health.sessionValid(),
                health.expiresAt(),
                health.lastActivity(),
                health.lastCheckAt(),
                health.lastCheckOkAt(),
                health.lastSuccessAt(),
                health.signedInAt(),
                health.keepsPassword(),
                WorkingHoursText.of(rhythm.hours()),
                rhythm.zone().getId(),
                rhythm.slowness(),
                account.createdAt());
    }
}
