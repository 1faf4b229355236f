package dev.parley.server.bot;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database's clock, read once in a while and carried on by the machine's monotonic one, so that nodes agree on the time and a
 * jump of a wall clock changes nothing.
 */
@Component
class DatabaseClock implements Clock {

    private static final Duration TRUSTED = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private volatile Reading reading;

    DatabaseClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.reading = read();
    }

    @Override
    public Instant now() {
        var age = reading.age();
        if (age.compareTo(TRUSTED) > 0) {
            refresh();
        }
        return reading.now();
    }

    private synchronized void refresh() {
        if (reading.age().compareTo(TRUSTED) > 0) {
            reading = read();
        }
    }

    private Reading read() {
        var before = System.nanoTime();
        var time = jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        return new Reading(time, before);
    }

    /** Taken as read when the question was asked: so the clock is late rather than early. */
    private record Reading(Instant time, long nanos) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }

        Instant now() {
            return time.plus(age());
        }
    }
}
