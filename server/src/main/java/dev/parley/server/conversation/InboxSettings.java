package dev.parley.server.conversation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the accounts' inboxes are read.
 *
 * @param polling whether they are read by themselves, and not only when somebody asks
 * @param every how long after the last reading, where something was heard in it
 * @param atMost each reading in which nothing is heard doubles the wait up to this
 * @param divisor the waits are divided by it, down to a second
 * @param pages how many pages of conversations one reading asks for at most
 */
@Validated
@ConfigurationProperties("parley.inbox")
record InboxSettings(
        @DefaultValue("true") boolean polling,
        @DefaultValue("60s") Duration every,
        @DefaultValue("10m") Duration atMost,
        @DefaultValue("1") @Min(1) @Max(3600) int divisor,
        @DefaultValue("10") @Min(1) @Max(100) int pages) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 16;

    /** @param quiet in how many readings in a row nothing was heard */
    Duration wait(int quiet) {
        var doubled = every.multipliedBy(1L << Math.min(quiet, MOST_DOUBLINGS));
        var wait = (doubled.compareTo(atMost) < 0 ? doubled : atMost).dividedBy(divisor);
        return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
    }
}
