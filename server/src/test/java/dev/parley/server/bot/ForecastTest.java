package dev.parley.server.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.quota.Allowance;
import dev.parley.server.quota.LimitedBy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private final Forecast forecast = new Forecast(new Pace(
            HALF_A_MINUTE,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            0,
            1,
            1,
            1));

    @Test
    void what_fits_the_limits_takes_as_long_as_its_pace() {
        assertThat(forecast.of(8, Spacing.FOLLOWING, 1, left(10, 10, 50, 50))).contains(Duration.ofMinutes(4));
        assertThat(forecast.of(8, Spacing.FOLLOWING, 3, left(10, 10, 50, 50))).contains(Duration.ofMinutes(12));
    }

    @Test
    void what_does_not_fit_now_waits_for_the_next_hours_or_days() {
        assertThat(forecast.of(25, Spacing.FOLLOWING, 1, left(10, 10, 50, 50))).contains(Duration.ofHours(2));
        assertThat(forecast.of(5, Spacing.FOLLOWING, 1, left(10, 0, 50, 40))).contains(Duration.ofHours(1));
        assertThat(forecast.of(100, Spacing.FOLLOWING, 1, left(10, 10, 50, 50))).contains(Duration.ofDays(1));
    }

    @Test
    void a_limit_of_none_is_never_done() {
        assertThat(forecast.of(1, Spacing.FOLLOWING, 1, left(0, 0, 50, 50))).isEmpty();
    }

    private static Allowance.Left left(int perHour, int leftInHour, int perDay, int leftInDay) {
        return new Allowance.Left("follow", window(perHour, leftInHour), window(perDay, leftInDay));
    }

    private static Allowance.Window window(int limit, int left) {
        return new Allowance.Window(limit, LimitedBy.INSTANCE, limit - left, null);
    }
}
