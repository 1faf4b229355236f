package dev.parley.server.quota;

import dev.parley.server.account.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the page of an account's limits shows.
 *
 * @param actions those that are limited
 * @param own what is set for this account alone
 * @param sources who limits it to what
 */
public record AccountLimits(
        Account account,
        Allowance allowance,
        List<String> actions,
        List<Limit> own,
        List<Source> sources,
        boolean usedForLong) {

    /** @param by who limits */
    public record Source(LimitedBy by, List<Limit> limits) {

        /** Null where these do not limit it. */
        public @Nullable Limit of(String action) {
            return limits.stream()
                    .filter(limit -> limit.action().equals(action))
                    .findFirst()
                    .orElse(null);
        }
    }
}
