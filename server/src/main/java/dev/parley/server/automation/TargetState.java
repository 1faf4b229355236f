package dev.parley.server.automation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where one person stands in a job. */
public enum TargetState {
    /** Whether the person is a candidate, the profile has to tell. */
    UNREAD,
    /** The profile is being read. */
    READING,
    CANDIDATE,
    QUEUED,
    SUCCEEDED,
    SKIPPED,
    FAILED,
    UNCONFIRMED;

    static TargetState of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
