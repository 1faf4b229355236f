package dev.parley.server.automation;

import dev.parley.server.automation.Preview.Draft;
import dev.parley.server.bot.Forecast.HeldBy;
import dev.parley.server.quota.Allowance.Window;
import dev.parley.server.web.Words;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a job would take, in words. */
final class PreviewWords {

    private PreviewWords() {}

    /** @param holding the limit that holds it or shuts it out; null where it is none */
    static String of(Draft draft, Optional<Duration> takes, Optional<HeldBy> heldBy, @Nullable Window holding) {
        return takes.map(length -> "At the present pace and limits, %s about %s.%s%s"
                        .formatted(
                                what(draft),
                                about(length),
                                heldBy.map(why -> held(why, holding)).orElse(""),
                                profiles(draft)))
                .orElseGet(() -> shut(draft, holding));
    }

    private static String what(Draft draft) {
        return draft.dryRun()
                ? "finding " + JobWords.people(draft.amount()) + " takes"
                : Words.count(draft.amount(), JobWords.noun(draft.kind().action()))
                        + (draft.amount() == 1 ? " takes" : " take");
    }

    private static String held(HeldBy heldBy, @Nullable Window limit) {
        return switch (heldBy) {
            case PACE -> "";
            case WORKING_HOURS -> " Most of that is outside its working hours.";
            case HOUR -> waiting(limit, "an hour");
            case DAY -> waiting(limit, "a day");
        };
    }

    private static String waiting(@Nullable Window limit, String span) {
        return " Most of that is waiting for the limit of %s, %s %s."
                .formatted(Objects.requireNonNull(limit).limitedBy().words(), Words.number(limit.limit()), span);
    }

    private static String profiles(Draft draft) {
        return draft.needsProfiles()
                ? " The filters need the profiles of at least %s, and take longer the fewer pass."
                        .formatted(JobWords.people(draft.profiles()))
                : "";
    }

    private static String shut(Draft draft, @Nullable Window limit) {
        return "The limit of %s is 0, and allows no %ss."
                .formatted(
                        Objects.requireNonNull(limit).limitedBy().words(),
                        JobWords.noun(draft.kind().action()));
    }

    private static String about(Duration length) {
        return length.compareTo(Duration.ofSeconds(1)) < 0 ? "a second" : Words.duration(length);
    }
}
