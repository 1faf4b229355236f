package dev.parley.server.bot;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How fast bots go, and how patient they are.
 *
 * @param follow the least time between two follows, or unfollows, of one account
 * @param like the least time between two likes of one account
 * @param story the least time between two stories that one account watches
 * @param message the least time between two messages that one account sends for a job
 * @param read the least time between two readings of one account
 * @param person the least time between two actions that people wait for
 * @param retry the wait before something that failed on the way is tried or looked after; doubles with each try
 * @param verify how long after something succeeded it is looked at again
 * @param verifyEvery one of how many successes of jobs is looked at again, on average: Instagram does not tell of every block; 0 for none
 * @param divisor all times above are divided by it: 1 at Instagram, 30 at the sandbox, 0 for no wait at all
 * @param ticks how many bots one node runs at a time
 * @param ticksPerWorkspace how many of them may be one workspace's, so that one that is huge, or whose calls hang, leaves room to others
 */
@Validated
@ConfigurationProperties("parley.bot")
record Pace(
        @DefaultValue("30s") Duration follow,
        @DefaultValue("15s") Duration like,
        @DefaultValue("5s") Duration story,
        @DefaultValue("60s") Duration message,
        @DefaultValue("2s") Duration read,
        @DefaultValue("1s") Duration person,
        @DefaultValue("30s") Duration retry,
        @DefaultValue("60s") Duration verify,
        @DefaultValue("20") @Min(0) @Max(1000) int verifyEvery,
        @DefaultValue("30") @Min(0) @Max(3600) int divisor,
        @DefaultValue("64") @Min(1) @Max(256) int ticks,
        @DefaultValue("48") @Min(1) @Max(256) int ticksPerWorkspace) {

    private static final int LONGEST_DOUBLING = 6;

    /** How long a lane waits after an action of this kind. */
    Duration after(Action action, ActionHandler<?> handler) {
        if (action.lane() != Lane.AUTOMATION) {
            return scaled(person);
        }
        return between(handler.spacing());
    }

    Duration between(Spacing spacing) {
        return scaled(
                switch (spacing) {
                    case READING -> read;
                    case FOLLOWING -> follow;
                    case LIKING -> like;
                    case WATCHING -> story;
                    case MESSAGING -> message;
                });
    }

    Duration retryAfter(int attempts) {
        return scaled(retry.multipliedBy(1L << Math.min(attempts, LONGEST_DOUBLING)));
    }

    Duration untilVerified() {
        return scaled(verify);
    }

    boolean isSample(UUID action) {
        return verifyEvery > 0 && Math.floorMod(action.hashCode(), verifyEvery) == 0;
    }

    private Duration scaled(Duration full) {
        return divisor == 0 ? Duration.ZERO : full.dividedBy(divisor);
    }
}
