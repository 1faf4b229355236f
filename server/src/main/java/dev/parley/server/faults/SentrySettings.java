package dev.parley.server.faults;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The Sentry that is told of the program's own mistakes; without its address none is. */
@ConfigurationProperties("parley.sentry")
record SentrySettings(@Nullable String dsn) {

    boolean areGiven() {
        return dsn != null && !dsn.isBlank();
    }

    /** The address holds a key. */
    @Override
    public String toString() {
        return "SentrySettings[given=" + areGiven() + "]";
    }
}
