package dev.parley.server.bot;

import dev.parley.server.quota.Allowance;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How long work will take at the present pace and limits, as far as can be told. */
@Component
public class Forecast {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Pace pace;

    Forecast(Pace pace) {
        this.pace = pace;
    }

    /**
     * Empty where the limits allow none at all.
     *
     * @param slowness by how much longer than usual the account waits between two actions
     */
    public Optional<Duration> of(int amount, Spacing spacing, int slowness, Allowance.Left left) {
        if (left.hour().limit() == 0 || left.day().limit() == 0) {
            return Optional.empty();
        }
        return Stream.of(
                        pace.between(spacing).multipliedBy((long) amount * slowness),
                        waiting(amount - left.hour().left(), left.hour().limit(), AN_HOUR),
                        waiting(amount - left.day().left(), left.day().limit(), A_DAY))
                .max(Duration::compareTo);
    }

    /** What does not fit now, waits for as many spans as it fills. */
    private static Duration waiting(int beyond, int perSpan, Duration span) {
        return beyond <= 0 ? Duration.ZERO : span.multipliedBy(Math.ceilDiv(beyond, perSpan));
    }
}
