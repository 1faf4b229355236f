package dev.parley.bench.week;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When an account works.
 *
 * @param spans of each of the days, as {@code 09:00-17:30}; one that ends before it begins goes on until the next morning; none: at any time
 */
record Hours(ZoneId zone, List<DayOfWeek> days, List<String> spans) {

    private static final int WORKING_DAYS = 5;
    private static final List<DayOfWeek> ALL = List.of(DayOfWeek.values());
    private static final List<Hours> KINDS = List.of(
            new Hours(ZoneId.of("Europe/Berlin"), ALL.subList(0, WORKING_DAYS), List.of("09:00-17:30")),
            new Hours(ZoneId.of("America/New_York"), ALL, List.of("08:00-12:00", "14:00-20:00")),
            new Hours(ZoneId.of("Asia/Tokyo"), ALL, List.of("20:00-02:00")),
            new Hours(ZoneId.of("America/Sao_Paulo"), List.of(), List.of()));

    static Hours ofNumber(int number) {
        return KINDS.get(number % KINDS.size());
    }

    static int kinds() {
        return KINDS.size();
    }

    /** As the API takes them. */
    Map<String, List<String>> byDay() {
        return days.stream().collect(Collectors.toMap(day -> day.name().toLowerCase(Locale.ROOT), day -> spans));
    }

    boolean isOpen(Instant at) {
        var local = at.atZone(zone);
        var today = local.getDayOfWeek();
        return days.isEmpty()
                || spans(today).anyMatch(span -> span.coversOnItsDay(local.toLocalTime()))
                || spans(today.minus(1)).anyMatch(span -> span.coversOnTheNext(local.toLocalTime()));
    }

    private Stream<Span> spans(DayOfWeek day) {
        return days.contains(day) ? spans.stream().map(Span::of) : Stream.empty();
    }

    private record Span(LocalTime from, LocalTime to) {

        static Span of(String text) {
            var ends = Arrays.stream(text.split("-")).map(LocalTime::parse).toList();
            return new Span(ends.getFirst(), ends.getLast());
        }

        boolean coversOnItsDay(LocalTime time) {
            return !time.isBefore(from) && (to.isBefore(from) || time.isBefore(to));
        }

        boolean coversOnTheNext(LocalTime time) {
            return to.isBefore(from) && time.isBefore(to);
        }
    }
}
