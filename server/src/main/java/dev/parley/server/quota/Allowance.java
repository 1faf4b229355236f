package dev.parley.server.quota;

import dev.parley.server.core.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits in force for an account, and how much of them is left.
 *
 * @param accountId null where there is no account yet
 */
public record Allowance(@Nullable AccountId accountId, List<Left> actions) {

    public Allowance {
        actions = List.copyOf(actions);
    }

    public record Left(
            String action, int perHour, int usedInHour, int leftInHour, int perDay, int usedInDay, int leftInDay) {

        static Left of(String action, Consumed.Window hour, Consumed.Window day) {
            return new Left(action, hour.limit(), hour.used(), left(hour), day.limit(), day.used(), left(day));
        }

        private static int left(Consumed.Window window) {
            return Math.max(0, window.limit() - window.used());
        }
    }
}
