package dev.parley.server.identity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long proofs of identity last, and how much of the machine hashing may take.
 *
 * @param freshFor how long somebody may do dangerous things without being asked again who they are
 */
@Validated
@ConfigurationProperties("parley.identity")
record IdentitySettings(
        @DefaultValue("30d") Duration tokenLifetime,
        @DefaultValue("7d") Duration sessionLifetime,
        @DefaultValue("2") @Min(1) @Max(64) int hashesAtOnce,
        @DefaultValue("3s") Duration hashWait,
        @DefaultValue("10m") Duration freshFor,
        @DefaultValue("false") boolean adminsNeedSecondFactor) {}
