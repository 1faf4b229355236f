package dev.parley.server.account;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When work may be done, by the clock on the wall: what it skips in spring is not worked, and what it shows twice in autumn is worked
 * twice.
 *
 * @param ranges of each day on which work begins; none at all means at any time
 */
public record WorkingHours(Map<DayOfWeek, List<Range>> ranges) {

    public static final WorkingHours ALWAYS = new WorkingHours(Map.of());

    /** The only hour of a week may be one that the clock skips; a week later it does not. */
    private static final int DAYS_AHEAD = 15;

    public WorkingHours {
        var days = new EnumMap<DayOfWeek, List<Range>>(DayOfWeek.class);
        ranges.forEach((day, ofDay) -> {
            if (!ofDay.isEmpty()) {
                days.put(day, List.copyOf(ofDay));
            }
        });
        ranges = days;
    }

    public boolean always() {
        return ranges.isEmpty();
    }

    public boolean isOpen(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        var minute = local.get(ChronoField.MINUTE_OF_DAY);
        var today = local.getDayOfWeek();
        return always()
                || of(today).stream().anyMatch(range -> range.holds(minute))
                || of(today.minus(1)).stream().anyMatch(range -> range.holdsTheNextDay(minute));
    }

    /** The first moment from then on at which work may be done: then itself where it may. */
    public Instant opening(Instant from, ZoneId zone) {
        if (isOpen(from, zone)) {
            return from;
        }
        return changes(from, zone)
                .filter(change -> change.isAfter(from) && isOpen(change, zone))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** Where it may open: when a range begins, and when the clock on the wall jumps into one. */
    private Stream<Instant> changes(Instant from, ZoneId zone) {
        var today = LocalDate.ofInstant(from, zone);
        var begins = LongStream.rangeClosed(-1, DAYS_AHEAD)
                .mapToObj(today::plusDays)
                .flatMap(day -> of(day.getDayOfWeek()).stream().flatMap(range -> range.beginnings(day, zone)));
        return Stream.concat(begins, jumps(from, zone));
    }

    private static Stream<Instant> jumps(Instant from, ZoneId zone) {
        var until = from.plus(DAYS_AHEAD, ChronoUnit.DAYS);
        return Stream.iterate(
                        zone.getRules().nextTransition(from),
                        jump -> jump != null && jump.getInstant().isBefore(until),
                        jump -> zone.getRules().nextTransition(jump.getInstant()))
                .map(ZoneOffsetTransition::getInstant);
    }

    private List<Range> of(DayOfWeek day) {
        return ranges.getOrDefault(day, List.of());
    }

    /**
     * A part of a day, in minutes; where it does not end after it begins, it goes on past midnight.
     *
     * @param to 1440 for the end of the day
     */
    public record Range(int from, int to) {

        private static final int DAY = 24 * 60;
        private static final int HOUR = 60;
        private static final Pattern TIMES = Pattern.compile("(\\d{1,2}):([0-5]\\d)\\s*[-–]\\s*(\\d{1,2}):([0-5]\\d)");

        public Range {
            if (!isRange(from, to)) {
                throw new IllegalArgumentException("no range: " + from + " to " + to);
            }
        }

        private static boolean isRange(int from, int to) {
            return from >= 0 && from < DAY && to > 0 && to <= DAY && from != to;
        }

        /** From what people write, such as {@code 9:00-17:30}; empty where it is none. */
        static Optional<Range> parse(String typed) {
            var times = TIMES.matcher(typed.strip());
            if (!times.matches()) {
                return Optional.empty();
            }
            var from = minutes(times.group(1), times.group(2));
            var to = minutes(times.group(3), times.group(4));
            var end = to == 0 ? DAY : to;
            return isRange(from, end) ? Optional.of(new Range(from, end)) : Optional.empty();
        }

        private static int minutes(String hours, String minutes) {
            return Integer.parseInt(hours) * HOUR + Integer.parseInt(minutes);
        }

        private boolean passesMidnight() {
            return to < from;
        }

        boolean holds(int minute) {
            return minute >= from && (passesMidnight() || minute < to);
        }

        boolean holdsTheNextDay(int minute) {
            return passesMidnight() && minute < to;
        }

        /** None on a day whose clock skips it, two where the clock shows it twice. */
        private Stream<Instant> beginnings(LocalDate day, ZoneId zone) {
            var local = day.atStartOfDay().plusMinutes(from);
            return zone.getRules().getValidOffsets(local).stream().map(local::toInstant);
        }

        @Override
        public String toString() {
            return "%02d:%02d-%02d:%02d".formatted(from / HOUR, from % HOUR, to / HOUR, to % HOUR);
        }
    }
}
