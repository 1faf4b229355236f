package dev.parley.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.account.WorkingHours.Range;
import dev.parley.server.core.BotException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingHoursTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final WorkingHours OFFICE =
            hours(Map.of("monday", List.of("9:00-12:30", "13:30 – 17:00"), "friday", List.of("22:00-02:00")));

    @Test
    void are_always_open_where_none_are_given() {
        assertThat(opening(WorkingHours.ALWAYS, "2026-11-23T03:00:00Z", UTC)).isEqualTo("2026-11-23T03:00:00Z");
        assertThat(hours(Map.of("monday", List.of()))).isEqualTo(WorkingHours.ALWAYS);
    }

    @ParameterizedTest(name = "from {0} on at {1}")
    @CsvSource({
        "2026-11-23T08:59:59Z, 2026-11-23T09:00:00Z",
        "2026-11-23T09:00:00Z, 2026-11-23T09:00:00Z",
        "2026-11-23T12:29:59Z, 2026-11-23T12:29:59Z",
        "2026-11-23T12:30:00Z, 2026-11-23T13:30:00Z",
        "2026-11-23T17:00:00Z, 2026-11-27T22:00:00Z",
        "2026-11-28T01:59:59Z, 2026-11-28T01:59:59Z",
        "2026-11-28T02:00:00Z, 2026-11-30T09:00:00Z",
        "2026-11-27T01:00:00Z, 2026-11-27T22:00:00Z"
    })
    void open_when_a_range_begins_and_go_on_past_midnight(String from, String opens) {
        assertThat(opening(OFFICE, from, UTC)).isEqualTo(opens);
    }

    @Test
    void are_those_of_the_time_zone() {
        assertThat(opening(OFFICE, "2026-11-23T07:00:00Z", BERLIN)).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(opening(OFFICE, "2026-11-23T07:00:00Z", NEW_YORK)).isEqualTo("2026-11-23T14:00:00Z");
    }

    @ParameterizedTest(name = "{0} in {1}: from {2} on at {3}")
    @CsvSource({
        // In spring the clock jumps from 2 to 3: what begins in between begins with the jump, if it has not ended by
        // then.
        "02:30-05:00, Europe/Berlin, 2026-03-28T23:00:00Z, 2026-03-29T01:00:00Z",
        "02:15-02:45, Europe/Berlin, 2026-03-28T23:00:00Z, 2026-03-30T00:15:00Z",
        "03:00-04:00, Europe/Berlin, 2026-03-28T23:00:00Z, 2026-03-29T01:00:00Z",
        "02:30-05:00, America/New_York, 2026-03-08T05:00:00Z, 2026-03-08T07:00:00Z",
        "02:10-04:00, Australia/Lord_Howe, 2026-10-03T14:00:00Z, 2026-10-03T15:30:00Z",
        // In Santiago midnight itself is skipped.
        "00:00-06:00, America/Santiago, 2026-09-06T03:30:00Z, 2026-09-06T04:00:00Z",
        // In autumn the hour between 2 and 3 comes twice, and is worked twice.
        "02:30-03:00, Europe/Berlin, 2026-10-25T00:00:00Z, 2026-10-25T00:30:00Z",
        "02:30-03:00, Europe/Berlin, 2026-10-25T01:00:00Z, 2026-10-25T01:30:00Z",
        "01:00-01:30, America/New_York, 2026-11-01T05:30:00Z, 2026-11-01T06:00:00Z",
        // The clock jumps back into hours that were over.
        "23:00-23:30, America/Santiago, 2026-04-05T02:40:00Z, 2026-04-05T03:00:00Z"
    })
    void keep_to_the_clock_on_the_wall_when_it_is_changed(String range, String zone, String from, String opens) {
        var daily = new EnumMap<DayOfWeek, List<Range>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            daily.put(day, List.of(Range.parse(range).orElseThrow()));
        }
        assertThat(opening(new WorkingHours(daily), from, ZoneId.of(zone))).isEqualTo(opens);
    }

    @Test
    void that_the_clock_skips_come_a_week_later() {
        var sundays = hours(Map.of("sunday", List.of("02:00-03:00")));
        assertThat(opening(sundays, "2026-03-28T12:00:00Z", BERLIN)).isEqualTo("2026-04-05T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "America/New_York",
                "America/Santiago",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "Africa/Casablanca",
                "Pacific/Chatham"
            })
    void open_at_the_first_minute_at_which_the_clock_on_the_wall_is_within_them(String zoneId) {
        var zone = ZoneId.of(zoneId);
        var random = new Random(zoneId.hashCode());
        for (var n = 0; n < 60; n++) {
            var hours = anyHours(random);
            var from = nearAChange(zone, random);
            assertThat(hours.opening(from, zone)).as("%s from %s", hours, from).isEqualTo(byMinutes(hours, from, zone));
        }
    }

    private static WorkingHours anyHours(Random random) {
        var days = new EnumMap<DayOfWeek, List<Range>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            days.put(
                    day,
                    IntStream.range(0, random.nextInt(3))
                            .mapToObj(n -> anyRange(random))
                            .toList());
        }
        return new WorkingHours(days);
    }

    private static Range anyRange(Random random) {
        var from = random.nextInt(96) * 15;
        var to = (from + 15 * (1 + random.nextInt(95))) % 1440;
        return new Range(from, to == 0 ? 1440 : to);
    }

    private static Instant nearAChange(ZoneId zone, Random random) {
        var year = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(random.nextInt(365)));
        var change = zone.getRules().nextTransition(year);
        var moment = change == null || random.nextInt(4) == 0 ? year : change.getInstant();
        return moment.plus(Duration.ofMinutes(random.nextInt(-2000, 400)));
    }

    /** The model: tries one minute after the other. */
    private static Instant byMinutes(WorkingHours hours, Instant from, ZoneId zone) {
        var minute = from;
        while (!isWithin(hours, LocalDateTime.ofInstant(minute, zone))) {
            minute = minute.plus(Duration.ofMinutes(1));
        }
        return minute;
    }

    private static boolean isWithin(WorkingHours hours, LocalDateTime wall) {
        return hours.ranges().isEmpty()
                || begunOn(hours, wall.toLocalDate(), wall)
                || begunOn(hours, wall.toLocalDate().minusDays(1), wall);
    }

    private static boolean begunOn(WorkingHours hours, LocalDate day, LocalDateTime wall) {
        return hours.ranges().getOrDefault(day.getDayOfWeek(), List.of()).stream()
                .anyMatch(range -> {
                    var begins = day.atStartOfDay().plusMinutes(range.from());
                    var ends =
                            day.atStartOfDay().plusMinutes(range.to() > range.from() ? range.to() : range.to() + 1440);
                    return !wall.isBefore(begins) && wall.isBefore(ends);
                });
    }

    @Test
    void are_kept_in_a_line() {
        var line = "monday 09:00-12:30 13:30-17:00; friday 22:00-02:00";
        assertThat(WorkingHoursText.line(OFFICE)).isEqualTo(line);
        assertThat(WorkingHoursText.ofLine(line)).isEqualTo(OFFICE);
        assertThat(WorkingHoursText.line(WorkingHours.ALWAYS)).isNull();
        assertThat(WorkingHoursText.ofLine(null)).isEqualTo(WorkingHours.ALWAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9-17", "09:00-09:00", "24:00-25:00", "09:60-10:00", "09:00-24:01", "nine to five"})
    void are_refused_where_they_cannot_be_read(String range) {
        assertThatThrownBy(() -> hours(Map.of("monday", List.of(range))))
                .isInstanceOfSatisfying(
                        BotException.class,
                        refused -> assertThat(refused.refusal().fields())
                                .extracting(BotException.Field::field)
                                .containsExactly("working_hours.monday"));
    }

    private static WorkingHours hours(Map<String, List<String>> written) {
        return WorkingHoursText.parse(written);
    }

    private static String opening(WorkingHours hours, String from, ZoneId zone) {
        return hours.opening(Instant.parse(from), zone).toString();
    }
}
