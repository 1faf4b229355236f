package dev.parley.server.activity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How what happened ended, or that it only began. */
public enum Status {
    STARTED,
    SUCCEEDED,
    SKIPPED,
    FAILED,
    UNCONFIRMED,
    WARNING,
    INFO;

    @JsonValue
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
