package dev.parley.server.automation;

import dev.parley.server.automation.Preview.Draft;
import dev.parley.server.bot.Forecast.Done;
import dev.parley.server.bot.Forecast.HeldBy;
import dev.parley.server.core.AccountId;
import dev.parley.server.quota.Allowance.Window;
import dev.parley.server.quota.LimitedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a job would be done that began now.
 *
 * @param profiles how many profiles have to be read for its filters, if all pass
 * @param takesS null where a limit of zero allows none at all
 * @param heldBy what makes it take so long
 * @param limitedBy whose limit that is, where it is one
 * @param words the same for people to read
 */
record JobPreview(
        AccountId accountId,
        String kind,
        int amount,
        boolean dryRun,
        int profiles,
        @Nullable Long takesS,
        @Nullable Instant endsAt,
        @Nullable HeldBy heldBy,
        @Nullable LimitedBy limitedBy,
        String words) {

    static JobPreview of(AccountId account, Draft draft, Instant now, Optional<Done> done, @Nullable Window holding) {
        var endsAt = done.map(Done::at);
        var takes = endsAt.map(end -> Duration.between(now, end));
        return new JobPreview(
                account,
                draft.kind().stored(),
                draft.amount(),
                draft.dryRun(),
                draft.profiles(),
                takes.map(Duration::toSeconds).orElse(null),
                endsAt.orElse(null),
                done.map(Done::heldBy).orElse(null),
                holding == null ? null : holding.limitedBy(),
                PreviewWords.of(draft, takes, done.map(Done::heldBy), holding));
    }
}
