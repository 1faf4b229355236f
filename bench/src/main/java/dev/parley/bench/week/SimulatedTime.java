package dev.parley.bench.week;

import dev.parley.bench.JsonCalls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A time that goes on like the machine's and jumps ahead when told to: for the server's own clock, for the fake Instagram, and for the
 * database, where functions of the same names hide PostgreSQL's from the server's role.
 */
final class SimulatedTime implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    /** In the database, from the next connections of the server's role on. */
    void rule(JdbcClient owner) {
        owner.sql("""
                create schema simulated;
                create table simulated.clock (ahead interval not null);
                insert into simulated.clock values ('0');
                create function simulated.now() returns timestamptz language sql stable as
                    'select pg_catalog.now() + (select ahead from simulated.clock)';
                create function simulated.statement_timestamp() returns timestamptz language sql stable as
                    'select pg_catalog.statement_timestamp() + (select ahead from simulated.clock)';
                create function simulated.clock_timestamp() returns timestamptz language sql volatile as
                    'select pg_catalog.clock_timestamp() + (select ahead from simulated.clock)';
                grant usage on schema simulated to parley_app;
                grant select on simulated.clock to parley_app;
                alter role parley_app in database parley set search_path = simulated, public, pg_catalog;
                """).update();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    void jumpTo(Instant then, JdbcClient owner, JsonCalls sandbox) {
        ahead = Duration.between(Instant.now(), then);
        owner.sql("update simulated.clock set ahead = make_interval(secs => :seconds)")
                .param("seconds", ahead.toMillis() / 1000.0)
                .update();
        sandbox.post("/_sandbox/clock", Map.of("now", then.toString()));
    }
}
