package dev.parley.server.workspace;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** For how many days a workspace keeps what it holds of other people; null for as long as the workspace itself. */
public record Retention(
        @Nullable @Min(1) @Max(Retention.LONGEST) Integer messagesDays,
        @Nullable @Min(1) @Max(Retention.LONGEST) Integer contactsDays,
        @Nullable @Min(1) @Max(Retention.LONGEST) Integer screenshotsDays) {

    static final int LONGEST = 3650;

    @Nullable
    Integer days(Kept what) {
        return switch (what) {
            case MESSAGES -> messagesDays;
            case CONTACTS -> contactsDays;
            case SCREENSHOTS -> screenshotsDays;
        };
    }

    String words() {
        return "messages %s, contacts %s, screenshots %s"
                .formatted(words(messagesDays), words(contactsDays), words(screenshotsDays));
    }

    private static String words(@Nullable Integer days) {
        return days == null ? "for ever" : days + " days";
    }
}
