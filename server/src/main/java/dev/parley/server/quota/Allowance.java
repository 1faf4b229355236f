package dev.parley.server.quota;

import dev.parley.server.core.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The limits in force for an account, and how much of them is left.
 *
 * @param accountId null where there is no account yet
 * @param warmUp null where it has the whole of its limits
 */
public record Allowance(
        @Nullable AccountId accountId, @Nullable WarmUp warmUp, List<Left> actions) {

    public Allowance {
        actions = List.copyOf(actions);
    }

    /** Of one action. */
    public record Left(String action, Window hour, Window day) {

        /** What can be done now. */
        public int now() {
            return scarcer().left();
        }

        /** The one that has less left. */
        public Window scarcer() {
            return day.left() < hour.left() ? day : hour;
        }

        /** When the next one fits; null where one fits now, or none ever does because a limit is zero. */
        public @Nullable Instant opensAt() {
            return hour.limit() == 0 || day.limit() == 0
                    ? null
                    : Stream.of(hour, day)
                            .map(Window::opensAt)
                            .filter(Objects::nonNull)
                            .max(Instant::compareTo)
                            .orElse(null);
        }
    }

    /**
     * Of the hour, or of the day.
     *
     * @param limit the one in force
     * @param limitedBy whose it is
     * @param opensAt when there is room for another; null where there is, or never is because the limit is zero
     */
    public record Window(
            int limit,
            LimitedBy limitedBy,
            int used,
            @Nullable Instant opensAt) {

        public int left() {
            return Math.max(0, limit - used);
        }
    }
}
