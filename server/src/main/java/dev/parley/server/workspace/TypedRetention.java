package dev.parley.server.workspace;

import dev.parley.server.web.Wrong;
import org.jspecify.annotations.Nullable;

/** What stands in the form, right or wrong; empty for ever. */
public record TypedRetention(
        @Nullable String messagesDays,
        @Nullable String contactsDays,
        @Nullable String screenshotsDays) {

    static TypedRetention of(Retention retention) {
        return new TypedRetention(
                text(retention.messagesDays()), text(retention.contactsDays()), text(retention.screenshotsDays()));
    }

    private static @Nullable String text(@Nullable Integer days) {
        return days == null ? null : days.toString();
    }

    /** Refuses with VALIDATION_FAILED what is no number of days. */
    Retention parse() {
        return new Retention(
                days("messagesDays", messagesDays),
                days("contactsDays", contactsDays),
                days("screenshotsDays", screenshotsDays));
    }

    private static @Nullable Integer days(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            var days = Integer.parseInt(typed.strip());
            if (days >= 1 && days <= Retention.LONGEST) {
                return days;
            }
        } catch (NumberFormatException none) {
            // Said below, as for a number that is out of bounds.
        }
        throw Wrong.refusal(field, "must be a number of days from 1 to %d, or empty".formatted(Retention.LONGEST));
    }
}
