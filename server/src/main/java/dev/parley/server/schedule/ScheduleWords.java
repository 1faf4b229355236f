package dev.parley.server.schedule;

import static java.util.stream.Collectors.joining;

import dev.parley.server.web.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A schedule in words. */
public final class ScheduleWords {

    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

    private ScheduleWords() {}

    public static String when(ScheduleView schedule) {
        var when = switch (schedule.repeats()) {
            case "once" -> "Once, " + String.valueOf(schedule.at()).replace('T', ' ');
            case "daily" -> "Daily at " + schedule.at();
            case "weekly" ->
                "On %s at %s"
                        .formatted(schedule.days().stream().map(Words::plain).collect(joining(", ")), schedule.at());
            default -> "By " + schedule.cron();
        };
        return when + " (" + schedule.timeZone() + ")";
    }

    /** By the clock on the schedule's wall. */
    public static String there(ScheduleView schedule, Instant time) {
        return WALL.format(time.atZone(ZoneId.of(schedule.timeZone())));
    }
}
