package dev.parley.server.alerts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What one can be told of. */
public enum AlertEvent {
    NEEDS_ATTENTION("account.needs_attention", "An account needs a person"),
    ACTION_BLOCKED("account.action_blocked", "Instagram blocks what an account does"),
    RATE_LIMITED("account.rate_limited", "Instagram asks an account to slow down"),
    SESSION_LOST("account.session_lost", "The session of an account is lost"),
    SIGNED_IN_AGAIN("account.signed_in_again", "Parley has signed in to an account by itself"),
    LIMIT_REACHED("account.limit_reached", "An account has reached a limit"),
    JOB_COMPLETED("job.completed", "A job is done"),
    JOB_FAILED("job.failed", "A job has failed"),
    CRITICAL_ERROR("error.critical", "Something broke in Parley itself"),
    WEBHOOK_DISABLED("webhook.disabled", "A webhook was switched off"),
    TEST("webhook.test", "A test of a webhook");

    /** What a person must know of to keep the accounts at work; of this everybody is told who says nothing else. */
    static final Set<AlertEvent> URGENT =
            EnumSet.of(NEEDS_ATTENTION, ACTION_BLOCKED, SESSION_LOST, SIGNED_IN_AGAIN, WEBHOOK_DISABLED);

    /** Everything but what people ask for themselves. */
    static final Set<AlertEvent> CHOOSABLE = EnumSet.complementOf(EnumSet.of(TEST));

    private static final Duration QUIET = Duration.ofHours(1);
    /** As soon as there is room again, a limit is reached again: all day long. */
    private static final Duration QUIET_ABOUT_LIMITS = Duration.ofHours(24);

    private final String stored;
    private final String words;

    AlertEvent(String stored, String words) {
        this.stored = stored;
        this.words = words;
    }

    /** In the order of a form. */
    public static Set<AlertEvent> choices() {
        return Collections.unmodifiableSet(CHOOSABLE);
    }

    @JsonValue
    public String stored() {
        return stored;
    }

    public String words() {
        return words;
    }

    /** For how long nothing more is told of the same. */
    Duration quiet() {
        return this == LIMIT_REACHED ? QUIET_ABOUT_LIMITS : QUIET;
    }

    @JsonCreator
    public static AlertEvent of(String stored) {
        return Arrays.stream(values())
                .filter(event -> event.stored.equals(stored))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no event " + stored));
    }
}
