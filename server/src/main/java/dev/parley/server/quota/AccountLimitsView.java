package dev.parley.server.quota;

import dev.parley.server.core.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits of an account as programs read them.
 *
 * @param accountId null where there is no account yet: then it is what a first one may do
 * @param warmUp null where it has the whole of its limits
 * @param own what is set for this account alone
 * @param usedForLong whether its owner says that it needs no warm-up
 */
record AccountLimitsView(
        @Nullable AccountId accountId,
        @Nullable WarmUp warmUp,
        List<Action> actions,
        List<Limit> own,
        boolean usedForLong) {

    /**
     * @param left what can be done now: the less of both
     * @param limitedBy whose limit that is
     * @param opensAt when the next one fits; null where one fits now, or none ever does because a limit is zero
     */
    record Action(
            String action,
            int left,
            LimitedBy limitedBy,
            @Nullable Instant opensAt,
            int perHour,
            int usedInHour,
            int leftInHour,
            LimitedBy hourLimitedBy,
            @Nullable Instant hourOpensAt,
            int perDay,
            int usedInDay,
            int leftInDay,
            LimitedBy dayLimitedBy,
            @Nullable Instant dayOpensAt) {

        static Action of(Allowance.Left left) {
            var hour = left.hour();
            var day = left.day();
            return new Action(
                    left.action(),
                    left.now(),
                    left.scarcer().limitedBy(),
                    left.opensAt(),
                    hour.limit(),
                    hour.used(),
                    hour.left(),
                    hour.limitedBy(),
                    hour.opensAt(),
                    day.limit(),
                    day.used(),
                    day.left(),
                    day.limitedBy(),
                    day.opensAt());
        }
    }

    static AccountLimitsView of(Allowance allowance, List<Limit> own, boolean usedForLong) {
        return new AccountLimitsView(
                allowance.accountId(),
                allowance.warmUp(),
                allowance.actions().stream().map(Action::of).toList(),
                own,
                usedForLong);
    }
}
