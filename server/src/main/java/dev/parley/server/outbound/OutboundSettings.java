package dev.parley.server.outbound;

import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What people may have called.
 *
 * @param allowedNetworks of those that are not open to everybody, the ones that may be called nevertheless, without TLS too
 * @param timeout of a whole call
 */
@Validated
@ConfigurationProperties("parley.outbound")
record OutboundSettings(
        @DefaultValue List<String> allowedNetworks,

        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(seconds = 30)
        Duration timeout) {}
