package dev.parley.server.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long things about accounts last.
 *
 * @param sessionLifetime after a sign-in or the last check that succeeded
 * @param checkAfter after how long without an answer Instagram is asked who is signed in, before a session is used
 * @param signInAgainAfter how long after Parley has signed in by itself it does not do so again
 * @param verificationLifetime how long a sign-in waits for a code
 * @param codeTries how often a code may be wrong
 * @param failedChecks after how many checks without a clear answer a session counts as lost
 * @param callDeadline when a call to Instagram ends at the latest
 * @param perWorkspace how many accounts a workspace may have
 */
@Validated
@ConfigurationProperties("parley.account")
record AccountSettings(
        @DefaultValue("24h") @DurationMin(minutes = 1) Duration sessionLifetime,
        @DefaultValue("5m") @DurationMin(seconds = 0) Duration checkAfter,
        @DefaultValue("6h") @DurationMin(minutes = 1) Duration signInAgainAfter,
        @DefaultValue("10m") @DurationMin(minutes = 1) Duration verificationLifetime,
        @DefaultValue("5") @Min(1) @Max(20) int codeTries,
        @DefaultValue("3") @Min(1) @Max(20) int failedChecks,
        @DefaultValue("20s") @DurationMin(seconds = 1) Duration callDeadline,
        @DefaultValue("20") @Min(1) @Max(1000) int perWorkspace) {}
