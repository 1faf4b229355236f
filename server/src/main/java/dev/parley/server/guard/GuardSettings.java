package dev.parley.server.guard;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How guessing is slowed down.
 *
 * @param tries failures for one person that cost no waiting
 * @param addressTries the same from one address, where many people may be
 * @param firstWait after one failure more; each further one doubles it
 * @param forgetAfter the time in which one failure is forgotten
 */
@Validated
@ConfigurationProperties("parley.guard")
record GuardSettings(
        @DefaultValue("5") @Min(1) @Max(100) int tries,
        @DefaultValue("30") @Min(1) @Max(10_000) int addressTries,
        @DefaultValue("2s") Duration firstWait,
        @DefaultValue("15m") Duration longestWait,
        @DefaultValue("1h") Duration forgetAfter,
        @DefaultValue("365d") Duration deviceLifetime) {}
