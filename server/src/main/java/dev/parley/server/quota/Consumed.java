package dev.parley.server.quota;

import java.time.Instant;

/** Whether an account may act now. */
public sealed interface Consumed {

    /**
     * One action was counted.
     *
     * @param nearLimit this very action reached {@value #NEAR_PERCENT} % of a limit; the ones after it do not say so again
     * @param at the database's time at which it was counted, with which it can be given back
     */
    record Granted(boolean nearLimit, Instant at, Window hour, Window day) implements Consumed {

        static final int NEAR_PERCENT = 80;

        static Granted of(Instant at, Window hour, Window day) {
            return new Granted(hour.justReached(NEAR_PERCENT) || day.justReached(NEAR_PERCENT), at, hour, day);
        }
    }

    /**
     * Nothing was counted.
     *
     * @param opensAt when the next action fits
     */
    record Exhausted(Instant opensAt) implements Consumed {}

    /**
     * A limit is zero: nothing is counted, and nothing fits until it is raised.
     *
     * @param lookAgainAt when to ask again, in case that nobody tells of the raise
     */
    record Shut(Instant lookAgainAt) implements Consumed {}

    /** How much of a limit is used. */
    record Window(int used, int limit) {

        private static final long PERCENT = 100;

        boolean justReached(int percent) {
            var threshold = (long) limit * percent;
            return used * PERCENT >= threshold && (used - 1) * PERCENT < threshold;
        }
    }
}
