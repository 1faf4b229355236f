package dev.parley.server.account;

import java.time.Instant;
import java.time.ZoneId;

/**
 * When and how fast an account works its jobs.
 *
 * @param slowness by how much longer than usual it waits between two actions
 */
public record Rhythm(WorkingHours hours, ZoneId zone, int slowness) {

    public static final int SLOWEST = 10;

    /** At any time, as fast as the settings allow. */
    public static final Rhythm USUAL = new Rhythm(WorkingHours.ALWAYS, ZoneId.of("UTC"), 1);

    public boolean isOpen(Instant at) {
        return hours.isOpen(at, zone);
    }

    /** The first moment from then on at which a job may go on. */
    public Instant opening(Instant from) {
        return hours.always() ? from : hours.opening(from, zone);
    }
}
