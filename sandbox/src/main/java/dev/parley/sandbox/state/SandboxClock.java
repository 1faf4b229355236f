package dev.parley.sandbox.state;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The sandbox's own clock: it goes on at its base clock's pace, some way ahead or behind. Thread-safe; survives a restart. */
public final class SandboxClock extends Clock {
    private final Clock base;
    private volatile long offsetMillis;

    public SandboxClock(Clock base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        return base.instant().plusMillis(offsetMillis);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var other = new SandboxClock(base.withZone(zone));
        other.offsetMillis = offsetMillis;
        return other;
    }

    public synchronized void set(Instant now, Journal journal) {
        move(Duration.between(base.instant(), now).toMillis(), journal);
    }

    public synchronized void advance(Duration by, Journal journal) {
        move(offsetMillis + by.toMillis(), journal);
    }

    void apply(Event.ClockMoved event) {
        offsetMillis = event.offsetMillis();
    }

    private void move(long offset, Journal journal) {
        var event = new Event.ClockMoved(offset);
        apply(event);
        journal.write(event);
    }
}
