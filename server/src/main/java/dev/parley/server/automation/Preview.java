package dev.parley.server.automation;

import dev.parley.server.account.Account;
import dev.parley.server.account.Rhythms;
import dev.parley.server.bot.Forecast;
import dev.parley.server.bot.Forecast.Done;
import dev.parley.server.quota.Allowance.Window;
import dev.parley.server.quota.Outlook;
import dev.parley.server.quota.Quota;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says when a job would be done if it began now. Joins the caller's transaction. */
@Component
class Preview {

    private final Quota quota;
    private final Rhythms rhythms;
    private final Forecast forecast;
    private final Clock clock;

    Preview(Quota quota, Rhythms rhythms, Forecast forecast, Clock clock) {
        this.quota = quota;
        this.rhythms = rhythms;
        this.forecast = forecast;
        this.clock = clock;
    }

    /** @param needsProfiles whether its filters ask for what a list does not tell */
    record Draft(JobKind kind, int amount, boolean needsProfiles, boolean dryRun) {

        int profiles() {
            return needsProfiles ? amount : 0;
        }

        /** For each of the people; whoever is named is looked up by the name. */
        private int readings() {
            return needsProfiles || kind.isList() ? 1 : 0;
        }
    }

    JobPreview of(Account account, Draft draft) {
        var now = clock.instant();
        var outlook = quota.outlook(
                account.id(), account.user(), draft.kind().action().limit());
        var done = done(account, draft, outlook, now);
        var holding = draft.dryRun() ? null : holding(outlook, done);
        return JobPreview.of(account.id(), draft, now, done, holding);
    }

    private Optional<Done> done(Account account, Draft draft, Outlook outlook, Instant now) {
        var rhythm = rhythms.of(account.id());
        return draft.dryRun()
                ? Optional.of(forecast.ofReading(1 + draft.amount() * draft.readings(), rhythm, now))
                : forecast.of(draft.amount(), draft.kind().action().spacing(), draft.readings(), rhythm, outlook, now);
    }

    /** The limit that makes it take so long, or shuts it out; null where it is none. */
    private static @Nullable Window holding(Outlook outlook, Optional<Done> done) {
        if (done.isEmpty()) {
            return outlook.day().limit() == 0 ? outlook.day() : outlook.hour();
        }
        return switch (done.get().heldBy()) {
            case HOUR -> outlook.hour();
            case DAY -> outlook.day();
            case PACE, WORKING_HOURS -> null;
        };
    }
}
