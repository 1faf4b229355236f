package dev.parley.server.schedule;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.parley.server.web.Wrong;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A timing as people, programs and the table have it.
 *
 * @param repeats {@code once}, {@code daily}, {@code weekly} or {@code cron}
 * @param at {@code 2026-12-01T09:00} for once, {@code 09:00} for daily and weekly
 * @param days of the week, for weekly
 * @param cron minute, hour, day of the month, month and day of the week
 */
public record Written(
        String repeats,
        @Nullable String at,
        List<String> days,
        @Nullable String cron) {

    private static final int LONGEST = 100;

    /** Refuses with VALIDATION_FAILED what it cannot read. */
    Timing parse() {
        return switch (repeats) {
            case "once" -> new Timing.Once(once());
            case "daily" -> new Timing.Daily(time());
            case "weekly" -> byDays();
            case "cron" -> byCron();
            default -> throw Wrong.refusal("repeats", "must be once, daily, weekly or cron");
        };
    }

    private Timing byDays() {
        var known = Arrays.stream(DayOfWeek.values())
                .filter(day -> days.contains(day.name().toLowerCase(Locale.ROOT)))
                .collect(toUnmodifiableSet());
        if (known.isEmpty() || known.size() != days.size()) {
            throw Wrong.refusal("days", "must be days of the week such as monday, each once");
        }
        return new Timing.Weekly(known, time());
    }

    private Timing byCron() {
        var typed = typed(cron);
        try {
            if (typed.length() <= LONGEST && typed.split("\\s+").length == 5) {
                return Timing.Cron.parse(typed);
            }
        } catch (IllegalArgumentException unreadable) {
            // Said below, as for what has too many fields.
        }
        throw Wrong.refusal(
                "cron",
                "must be five fields: minute, hour, day of the month, month, day of the week, such as 0 9 * * MON-FRI");
    }

    private LocalTime time() {
        try {
            return LocalTime.parse(typed(at));
        } catch (DateTimeException unreadable) {
            throw Wrong.refusal("at", "must be a time such as 09:00");
        }
    }

    private LocalDateTime once() {
        try {
            return LocalDateTime.parse(typed(at).replace(' ', 'T'));
        } catch (DateTimeException unreadable) {
            throw Wrong.refusal("at", "must be a day and a time such as 2026-12-01T09:00");
        }
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
