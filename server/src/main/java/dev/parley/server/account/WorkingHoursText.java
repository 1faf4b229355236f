package dev.parley.server.account;

import static java.util.stream.Collectors.joining;

import dev.parley.server.account.WorkingHours.Range;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Working hours as they are written: {@code {"monday": ["09:00-12:30", "22:00-02:00"]}}. */
public final class WorkingHoursText {

    /** How fields of a request are named, before the name of the day. */
    public static final String FIELD = "working_hours.";

    private static final int MOST_A_DAY = 8;

    private WorkingHoursText() {}

    /** Refuses what it cannot read, naming each day that is wrong. */
    public static WorkingHours parse(Map<String, List<String>> written) {
        var wrong = new ArrayList<Field>();
        var days = new LinkedHashMap<DayOfWeek, List<Range>>();
        written.forEach((name, typed) -> {
            var day = day(name);
            var ranges = ranges(typed);
            if (day.isEmpty()) {
                wrong.add(new Field(FIELD + name, "is no day of the week"));
            } else if (ranges.isEmpty()) {
                wrong.add(new Field(FIELD + name, "must be hours such as 09:00-17:30, at most " + MOST_A_DAY));
            } else {
                days.put(day.get(), ranges.get());
            }
        });
        if (!wrong.isEmpty()) {
            throw new BotException(ErrorCode.VALIDATION_FAILED, "The working hours cannot be read.", Refusal.of(wrong));
        }
        return new WorkingHours(days);
    }

    /** Empty where one of them is no range. */
    private static Optional<List<Range>> ranges(@Nullable List<? extends @Nullable String> typed) {
        if (typed == null || typed.size() > MOST_A_DAY) {
            return Optional.empty();
        }
        var ranges = typed.stream()
                .map(range -> Optional.ofNullable(range).flatMap(Range::parse))
                .toList();
        return ranges.stream().allMatch(Optional::isPresent)
                ? Optional.of(ranges.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    private static Optional<DayOfWeek> day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> name(day).equals(name))
                .findFirst();
    }

    public static Map<String, List<String>> of(WorkingHours hours) {
        var written = new LinkedHashMap<String, List<String>>();
        hours.ranges()
                .forEach((day, ranges) -> written.put(
                        name(day), ranges.stream().map(Range::toString).toList()));
        return written;
    }

    /** In one line, for a column; null for any time. */
    public static @Nullable String line(WorkingHours hours) {
        return hours.always()
                ? null
                : of(hours).entrySet().stream()
                        .map(day -> day.getKey() + " " + String.join(" ", day.getValue()))
                        .collect(joining("; "));
    }

    public static WorkingHours ofLine(@Nullable String line) {
        if (line == null) {
            return WorkingHours.ALWAYS;
        }
        var written = new LinkedHashMap<String, List<String>>();
        for (var day : line.split("; ")) {
            var words = List.of(day.split(" "));
            written.put(words.getFirst(), words.subList(1, words.size()));
        }
        return parse(written);
    }

    /** One day's, as people type them. */
    public static String of(WorkingHours hours, DayOfWeek day) {
        return hours.ranges().getOrDefault(day, List.of()).stream()
                .map(Range::toString)
                .collect(joining(", "));
    }

    public static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
