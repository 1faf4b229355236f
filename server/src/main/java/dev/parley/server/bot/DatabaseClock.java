package dev.parley.server.bot;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database's clock, read once in a while and carried on by the machine's monotonic one, so that nodes agree on the time and a
 * jump of a wall clock changes nothing. Telling the time never waits and never fails: the scheduler's threads would not outlive it.
 */
@Component
class DatabaseClock implements Clock {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Reading last;

    DatabaseClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.last = read();
    }

    @Override
    public Instant now() {
        var known = last;
        if (known.age().compareTo(READ_AGAIN_AFTER) > 0 && reading.compareAndSet(false, true)) {
            Thread.ofVirtual().name("database-clock").start(this::readAgain);
        }
        return known.now();
    }

    private void readAgain() {
        try {
            last = read();
        } catch (DataAccessException unavailable) {
            LOG.warn("The database's clock cannot be read; going on by this machine's: {}", unavailable.getMessage());
        } finally {
            reading.set(false);
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

    /** Taken as read when the question was asked: ahead by at most the time that the answer took. */
    private record Reading(Instant time, long nanos) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }

        Instant now() {
            return time.plus(age());
        }
    }
}
