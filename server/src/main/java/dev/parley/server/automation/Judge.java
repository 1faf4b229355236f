package dev.parley.server.automation;

import dev.parley.server.automation.Verdict.LeftOut;
import dev.parley.server.automation.Verdict.Passes;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Puts a job's filters to people, the first that somebody does not pass being the reason why they are left out. */
record Judge(Filters filters, Instant now) {

    private static final Verdict PASSES = new Passes();

    Verdict of(Seen seen) {
        for (var filter : all()) {
            if (filter.apply(seen) instanceof LeftOut out) {
                return out;
            }
        }
        return PASSES;
    }

    private List<Function<Seen, Verdict>> all() {
        return List.of(this::openness, this::verification, this::recency);
    }

    private Verdict openness(Seen seen) {
        return Boolean.TRUE.equals(filters.skipPrivate()) && seen.isPrivate()
                ? new LeftOut(ErrorCode.FOLLOW_PRIVATE, null)
                : PASSES;
    }

    private Verdict verification(Seen seen) {
        var wanted = filters.verified();
        if (wanted == null || wanted == seen.profile().isVerified()) {
            return PASSES;
        }
        return new LeftOut(wanted ? ErrorCode.FILTER_NOT_VERIFIED : ErrorCode.FILTER_VERIFIED, null);
    }

    private Verdict recency(Seen seen) {
        var days = filters.postedWithinDays();
        if (days == null) {
            return PASSES;
        }
        var last = seen.lastPost();
        if (last == null) {
            return new LeftOut(ErrorCode.FILTER_UNTOLD, "Nothing shows when they posted last.");
        }
        return last.isBefore(now.minus(Duration.ofDays(days)))
                ? new LeftOut(
                        ErrorCode.FILTER_POSTED_LONG_AGO,
                        "Posted last %s; the job asks for %s at most."
                                .formatted(Words.relative(now, last), Words.count(days, "day")))
                : PASSES;
    }
}
