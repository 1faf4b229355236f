package dev.parley.server.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** How many requests a minute each node takes of one session or token, and of all strangers at one address. */
@Validated
@ConfigurationProperties("parley.rate")
record RateSettings(
        @DefaultValue("1200") @Min(1) @Max(MOST) int signedIn,
        @DefaultValue("600") @Min(1) @Max(MOST) int strangers) {

    private static final int MOST = 1_000_000;
}
