package dev.parley.server.automation;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import java.util.Locale;

/** Where a job stands, and which way it may go from there. */
public enum JobState {
    QUEUED,
    RUNNING,
    PAUSED,
    COMPLETED,
    FAILED,
    CANCELLED;

    private static final String[] GOING = {QUEUED.stored(), RUNNING.stored(), PAUSED.stored()};
    private static final String[] RETRYABLE = {FAILED.stored(), CANCELLED.stored()};

    /** Whether its actions may be done. */
    boolean active() {
        return this == QUEUED || this == RUNNING;
    }

    boolean ended() {
        return switch (this) {
            case QUEUED, RUNNING, PAUSED -> false;
            case COMPLETED, FAILED, CANCELLED -> true;
        };
    }

    JobState cancelled() {
        return switch (this) {
            case QUEUED, RUNNING, PAUSED, CANCELLED -> CANCELLED;
            case COMPLETED, FAILED -> throw alreadyEnded();
        };
    }

    JobState paused() {
        return switch (this) {
            case QUEUED, RUNNING, PAUSED -> PAUSED;
            case COMPLETED, FAILED, CANCELLED -> throw alreadyEnded();
        };
    }

    JobState resumed() {
        return switch (this) {
            case QUEUED, PAUSED -> QUEUED;
            case RUNNING -> RUNNING;
            case COMPLETED, FAILED, CANCELLED -> throw alreadyEnded();
        };
    }

    JobState retried() {
        return switch (this) {
            case FAILED, CANCELLED -> QUEUED;
            case COMPLETED -> throw alreadyEnded();
            case QUEUED, RUNNING, PAUSED ->
                throw new BotException(
                        ErrorCode.JOB_NOT_ENDED,
                        "The job is " + stored() + "; only what has failed or was cancelled can be retried.",
                        Refusal.inState(stored(), RETRYABLE));
        };
    }

    private BotException alreadyEnded() {
        return new BotException(
                ErrorCode.JOB_ENDED, "The job is " + stored() + " already.", Refusal.inState(stored(), GOING));
    }

    static JobState of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
