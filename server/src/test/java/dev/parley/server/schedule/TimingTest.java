package dev.parley.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.core.BotException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimingTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void comes_once_or_daily_or_weekly_or_by_cron() {
        var sunday = Instant.parse("2026-11-22T12:00:00Z");
        assertThat(next("once", "2026-12-01T09:00", "", sunday, 5)).containsExactly("2026-12-01T08:00:00Z");
        assertThat(next("once", "2026-11-01T09:00", "", sunday, 5)).isEmpty();
        assertThat(next("daily", "09:00", "", sunday, 2))
                .containsExactly("2026-11-23T08:00:00Z", "2026-11-24T08:00:00Z");
        assertThat(next("daily", "13:00", "", sunday, 1)).containsExactly("2026-11-23T12:00:00Z");
        assertThat(next("weekly", "09:00", "monday thursday", sunday, 3))
                .containsExactly("2026-11-23T08:00:00Z", "2026-11-26T08:00:00Z", "2026-11-30T08:00:00Z");
        assertThat(cron("30 9 * * MON-FRI", sunday, 1)).containsExactly("2026-11-23T08:30:00Z");
        assertThat(cron("0 9 L * *", sunday, 2)).containsExactly("2026-11-30T08:00:00Z", "2026-12-31T08:00:00Z");
        assertThat(cron("0 9 30 2 *", sunday, 1)).isEmpty();
    }

    @ParameterizedTest(name = "{0} after {1} at {2}")
    @CsvSource({
        // The clock jumps from 2 to 3: what it skips comes an hour later.
        "02:30, 2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z",
        "02:30, 2026-03-29T01:15:00Z, 2026-03-29T01:30:00Z",
        "02:30, 2026-03-29T01:30:00Z, 2026-03-30T00:30:00Z",
        // The clock shows the hour from 2 to 3 twice: the first counts.
        "02:30, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
        "02:30, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        "02:30, 2026-10-25T01:10:00Z, 2026-10-26T01:30:00Z"
    })
    void comes_once_a_day_when_the_clock_is_changed(String at, Instant after, String comes) {
        assertThat(next("daily", at, "", after, 1)).containsExactly(comes);
        var hourAndMinute = LocalTime.parse(at);
        assertThat(cron("%d %d * * *".formatted(hourAndMinute.getMinute(), hourAndMinute.getHour()), after, 1))
                .containsExactly(comes);
    }

    @Test
    void leaves_out_nothing_that_comes_where_something_else_is_skipped() {
        assertThat(cron("*/30 2,3 * * *", Instant.parse("2026-03-29T00:59:00Z"), 3))
                .containsExactly("2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "UTC"})
    void comes_on_every_day_of_a_year_once(String zoneId) {
        var zone = ZoneId.of(zoneId);
        var random = new Random(zoneId.hashCode());
        for (var n = 0; n < 20; n++) {
            var at = LocalTime.of(random.nextInt(24), random.nextInt(60));
            var timing = new Timing.Daily(at);
            var first = LocalDate.of(2026, 1, 1);
            var time = first.atStartOfDay(zone).toInstant().minusSeconds(1);
            for (var day = first; day.getYear() == 2026; day = day.plusDays(1)) {
                time = timing.next(time, zone).orElseThrow();
                assertThat(time)
                        .as("%s on %s", at, day)
                        .isEqualTo(day.atTime(at).atZone(zone).toInstant());
            }
        }
    }

    @Test
    void tells_how_close_two_times_are() {
        assertThat(written("cron", null, "", "* * * * *").parse().shortestGap(Instant.EPOCH))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(written("cron", null, "", "0,20 9 * * *").parse().shortestGap(Instant.EPOCH))
                .isEqualTo(Duration.ofMinutes(20));
    }

    @ParameterizedTest
    @CsvSource({
        "hourly, 09:00, '', ''",
        "daily, nine, '', ''",
        "once, 09:00, '', ''",
        "weekly, 09:00, '', ''",
        "weekly, 09:00, someday, ''",
        "weekly, 09:00, monday monday, ''",
        "cron, '', '', 0 0 9 * * *",
        "cron, '', '', 0 25 * * *"
    })
    void is_refused_where_it_cannot_be_read(String repeats, String at, String days, String cron) {
        assertThatThrownBy(() -> written(repeats, at, days, cron).parse()).isInstanceOf(BotException.class);
    }

    private static List<String> next(String repeats, String at, String days, Instant after, int many) {
        return next(written(repeats, at, days, null), after, many);
    }

    private static List<String> cron(String cron, Instant after, int many) {
        return next(written("cron", null, "", cron), after, many);
    }

    private static List<String> next(Written written, Instant after, int many) {
        return written.parse().next(after, BERLIN, many).stream()
                .map(Instant::toString)
                .toList();
    }

    private static Written written(String repeats, @Nullable String at, String days, @Nullable String cron) {
        return new Written(repeats, at, days.isEmpty() ? List.of() : List.of(days.split(" ")), cron);
    }
}
