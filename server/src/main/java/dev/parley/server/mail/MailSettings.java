package dev.parley.server.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The mail server that takes what Parley sends; without a host nothing is sent. */
@Validated
@ConfigurationProperties("parley.mail")
record MailSettings(
        @Nullable String host,
        @DefaultValue("587") @Min(1) @Max(65_535) int port,
        @DefaultValue("starttls") Security security,
        @Nullable String username,
        @Nullable String password,
        @Nullable String from,

        @DefaultValue("8s") @DurationMin(seconds = 1) @DurationMax(seconds = 10)
        Duration timeout) {

    enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    boolean areGiven() {
        return isGiven(host);
    }

    static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    @Override
    public String toString() {
        return "MailSettings[host=" + host + ", port=" + port + ", security=" + security + "]";
    }
}
