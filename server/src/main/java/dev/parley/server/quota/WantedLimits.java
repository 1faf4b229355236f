package dev.parley.server.quota;

import dev.parley.server.core.AccountId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a program wants limits to be. Actions that are not named stay as they are. */
record WantedLimits(@NotEmpty List<@Valid @NotNull Wanted> limits) {

    static final int MOST = 1_000_000;

    /** Of one action; what is null or left out is not limited, and both take the limit away. Of the defaults, neither can. */
    record Wanted(
            @NotNull String action,
            @Nullable @Min(0) @Max(MOST) Integer perHour,
            @Nullable @Min(0) @Max(MOST) Integer perDay) {

        Limit limit() {
            return new Limit(action, perHour, perDay);
        }
    }

    /** @param accountId which account, where the workspace has several */
    record OfAccount(
            @Nullable AccountId accountId, @NotEmpty List<@Valid @NotNull Wanted> limits) {}

    static List<Limit> of(List<Wanted> wanted) {
        return wanted.stream().map(Wanted::limit).toList();
    }
}
