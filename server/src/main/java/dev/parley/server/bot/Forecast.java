package dev.parley.server.bot;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.server.account.Rhythm;
import dev.parley.server.quota.Outlook;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When work will be done at the present pace, under the present limits and in the account's working hours, as far as can be told. */
@Component
public class Forecast {

    private final Pace pace;

    Forecast(Pace pace) {
        this.pace = pace;
    }

    /** What makes it take so long. */
    public enum HeldBy {
        PACE,
        HOUR,
        DAY,
        WORKING_HOURS;

        @JsonValue
        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Done(Instant at, HeldBy heldBy) {}

    /**
     * Goes from one action to the next; empty where the limits allow none at all.
     *
     * @param readings how many profiles and the like are read for each
     */
    public Optional<Done> of(int amount, Spacing spacing, int readings, Rhythm rhythm, Outlook outlook, Instant from) {
        if (outlook.isShut()) {
            return Optional.empty();
        }
        var way = new Way(from);
        for (var n = 0; n < amount; n++) {
            way.pause(gap(spacing, readings, rhythm));
            way.until(outlook.hourOpens(), HeldBy.HOUR);
            way.until(outlook.dayOpens(), HeldBy.DAY);
            way.until(rhythm.opening(way.now), HeldBy.WORKING_HOURS);
            outlook.count(way.now);
        }
        return Optional.of(way.done());
    }

    /** Of what is only read. */
    public Done ofReading(int readings, Rhythm rhythm, Instant from) {
        var way = new Way(from);
        for (var n = 0; n < readings; n++) {
            way.pause(gap(Spacing.READING, 0, rhythm));
            way.until(rhythm.opening(way.now), HeldBy.WORKING_HOURS);
        }
        return way.done();
    }

    private Duration gap(Spacing spacing, int readings, Rhythm rhythm) {
        return pace.between(spacing)
                .plus(pace.between(Spacing.READING).multipliedBy(readings))
                .multipliedBy(rhythm.slowness());
    }

    /** A walk through time that remembers what it waited for. */
    private static final class Way {

        private final Map<HeldBy, Duration> waited = new EnumMap<>(HeldBy.class);
        private Instant now;

        Way(Instant from) {
            now = from;
        }

        void pause(Duration gap) {
            until(now.plus(gap), HeldBy.PACE);
        }

        void until(Instant moment, HeldBy why) {
            if (moment.isAfter(now)) {
                waited.merge(why, Duration.between(now, moment), Duration::plus);
                now = moment;
            }
        }

        Done done() {
            var longest = waited.entrySet().stream().max(Map.Entry.comparingByValue(Comparator.naturalOrder()));
            return new Done(now, longest.map(Map.Entry::getKey).orElse(HeldBy.PACE));
        }
    }
}
