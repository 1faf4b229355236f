package dev.parley.server.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.account.Rhythm;
import dev.parley.server.account.WorkingHoursText;
import dev.parley.server.bot.Forecast.Done;
import dev.parley.server.bot.Forecast.HeldBy;
import dev.parley.server.quota.Allowance;
import dev.parley.server.quota.LimitedBy;
import dev.parley.server.quota.Outlook;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    /** A Monday. */
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final Forecast forecast = new Forecast(new Pace(
            HALF_A_MINUTE,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(2),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            0,
            1,
            1,
            1));

    @Test
    void what_fits_the_limits_takes_as_long_as_its_pace() {
        assertThat(follows(8, 0, Rhythm.USUAL, outlook(10, 50))).contains(done("PT4M", HeldBy.PACE));
        assertThat(follows(8, 0, slow(3), outlook(10, 50))).contains(done("PT12M", HeldBy.PACE));
        assertThat(follows(8, 1, Rhythm.USUAL, outlook(10, 50))).contains(done("PT4M16S", HeldBy.PACE));
        assertThat(forecast.ofReading(10, slow(2), NOW)).isEqualTo(done("PT40S", HeldBy.PACE));
    }

    @Test
    void what_does_not_fit_now_waits_until_minutes_count_no_more() {
        assertThat(follows(10, 0, Rhythm.USUAL, outlook(10, 50))).contains(done("PT5M", HeldBy.PACE));
        assertThat(follows(25, 0, Rhythm.USUAL, outlook(10, 50))).contains(done("PT2H4M30S", HeldBy.HOUR));
        assertThat(follows(51, 0, Rhythm.USUAL, outlook(50, 50))).contains(done("PT24H1M", HeldBy.DAY));
    }

    @Test
    void what_was_used_counts_until_its_hour_and_its_day_are_over() {
        var anHourAgo = Collections.nCopies(10, NOW.minus(Duration.ofMinutes(60)));
        assertThat(follows(1, 0, Rhythm.USUAL, outlook(10, 50, anHourAgo))).contains(done("PT1M", HeldBy.PACE));
        var justNow = Collections.nCopies(10, NOW);
        assertThat(follows(1, 0, Rhythm.USUAL, outlook(10, 50, justNow))).contains(done("PT61M", HeldBy.HOUR));
        assertThat(follows(1, 0, Rhythm.USUAL, outlook(20, 10, justNow))).contains(done("PT1441M", HeldBy.DAY));
    }

    @Test
    void what_is_not_done_in_the_working_hours_is_done_when_they_begin_again() {
        var mornings = working("09:00-12:05");
        assertThat(follows(9, 0, mornings, outlook(100, 500))).contains(done("PT4M30S", HeldBy.PACE));
        assertThat(follows(10, 0, mornings, outlook(100, 500))).contains(done("PT165H", HeldBy.WORKING_HOURS));
        assertThat(follows(1, 0, working("20:00-21:00"), outlook(1, 1))).contains(done("PT8H", HeldBy.WORKING_HOURS));
        assertThat(forecast.ofReading(1, working("20:00-21:00"), NOW)).isEqualTo(done("PT8H", HeldBy.WORKING_HOURS));
    }

    @Test
    void a_limit_of_none_is_never_done() {
        assertThat(follows(1, 0, Rhythm.USUAL, outlook(0, 50))).isEmpty();
        assertThat(follows(1, 0, Rhythm.USUAL, outlook(10, 0))).isEmpty();
    }

    private Optional<Done> follows(int amount, int readings, Rhythm rhythm, Outlook outlook) {
        return forecast.of(amount, Spacing.FOLLOWING, readings, rhythm, outlook, NOW);
    }

    private static Done done(String after, HeldBy heldBy) {
        return new Done(NOW.plus(Duration.parse(after)), heldBy);
    }

    private static Rhythm slow(int slowness) {
        return new Rhythm(Rhythm.USUAL.hours(), Rhythm.USUAL.zone(), slowness);
    }

    /** On Mondays. */
    private static Rhythm working(String hours) {
        return new Rhythm(WorkingHoursText.parse(Map.of("monday", List.of(hours))), ZoneId.of("UTC"), 1);
    }

    private static Outlook outlook(int perHour, int perDay) {
        return outlook(perHour, perDay, List.of());
    }

    private static Outlook outlook(int perHour, int perDay, List<Instant> uses) {
        return new Outlook(new Allowance.Left("follow", window(perHour), window(perDay)), uses);
    }

    private static Allowance.Window window(int limit) {
        return new Allowance.Window(limit, LimitedBy.INSTANCE, 0, null);
    }
}
