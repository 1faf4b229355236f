package dev.parley.server.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Runs along with the system's clock until it is set or moved. */
public final class SettableClock extends Clock {

    private final AtomicReference<Clock> clock = new AtomicReference<>(Clock.systemUTC());

    /** Stands still from now on. */
    public void set(Instant now) {
        clock.set(Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Goes on from there. */
    public void advance(Duration by) {
        clock.updateAndGet(current -> Clock.offset(current, by));
    }

    public void reset() {
        clock.set(Clock.systemUTC());
    }

    @Override
    public Instant instant() {
        return clock.get().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.get().withZone(zone);
    }
}
