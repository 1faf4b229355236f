package dev.parley.server.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * When something comes again, by the clock on the wall: a time that it skips in spring comes later by as much as it skips, one that it
 * shows twice in autumn comes the first time only.
 */
sealed interface Timing {

    Duration LONGEST_JUMP = Duration.ofHours(3);
    ZoneId UTC = ZoneId.of("UTC");
    int LOOKED_AT = 100;

    /** The next one strictly after this wall-clock time, or null. */
    @Nullable
    LocalDateTime after(LocalDateTime wall);

    record Once(LocalDateTime at) implements Timing {

        @Override
        public @Nullable LocalDateTime after(LocalDateTime wall) {
            return at.isAfter(wall) ? at : null;
        }
    }

    record Daily(LocalTime at) implements Timing {

        @Override
        public LocalDateTime after(LocalDateTime wall) {
            var today = wall.toLocalDate().atTime(at);
            return today.isAfter(wall) ? today : today.plusDays(1);
        }
    }

    record Weekly(Set<DayOfWeek> days, LocalTime at) implements Timing {

        public Weekly {
            days = Set.copyOf(days);
        }

        @Override
        public LocalDateTime after(LocalDateTime wall) {
            return Stream.iterate(new Daily(at).after(wall), day -> day.plusDays(1))
                    .filter(day -> days.contains(day.getDayOfWeek()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** @param minutes five fields: minute, hour, day of the month, month, day of the week */
    record Cron(String minutes, CronExpression parsed) implements Timing {

        static Cron parse(String minutes) {
            return new Cron(minutes, CronExpression.parse("0 " + minutes));
        }

        @Override
        public @Nullable LocalDateTime after(LocalDateTime wall) {
            return parsed.next(wall);
        }
    }

    default Optional<Instant> next(Instant after, ZoneId zone) {
        var wall = after(LocalDateTime.ofInstant(after, zone).minus(LONGEST_JUMP));
        while (wall != null && !at(wall, zone).isAfter(after)) {
            wall = after(wall);
        }
        return Optional.ofNullable(wall).map(next -> earliest(next, after, zone));
    }

    /** What the clock skips comes later by so much: something else may come before. */
    private Instant earliest(LocalDateTime found, Instant after, ZoneId zone) {
        var earliest = at(found, zone);
        if (zone.getRules().getValidOffsets(found).isEmpty()) {
            var end = found.plus(LONGEST_JUMP);
            for (var wall = after(found); wall != null && wall.isBefore(end); wall = after(wall)) {
                var time = at(wall, zone);
                earliest = time.isAfter(after) && time.isBefore(earliest) ? time : earliest;
            }
        }
        return earliest;
    }

    private static Instant at(LocalDateTime wall, ZoneId zone) {
        return wall.atZone(zone).toInstant();
    }

    default List<Instant> next(Instant after, ZoneId zone, int many) {
        return Stream.iterate(next(after, zone), Optional::isPresent, last -> last.flatMap(time -> next(time, zone)))
                .limit(many)
                .map(Optional::orElseThrow)
                .toList();
    }

    /** The shortest time between two, as far as can be seen. */
    default Duration shortestGap(Instant from) {
        var times = next(from, UTC, LOOKED_AT);
        return Stream.iterate(1, n -> n < times.size(), n -> n + 1)
                .map(n -> Duration.between(times.get(n - 1), times.get(n)))
                .min(Duration::compareTo)
                .orElse(ChronoUnit.FOREVER.getDuration());
    }
}
