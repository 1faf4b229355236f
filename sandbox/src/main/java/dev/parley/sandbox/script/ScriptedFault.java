package dev.parley.sandbox.script;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One failure on request.
 *
 * <pre>{@code sandbox.script(ScriptedFault.of(Call.FOLLOW, Fault.DROP).forAccount("alma.plain").times(1).afterTheEffect());}</pre>
 *
 * @param account username of the account that it concerns; null means everybody
 * @param times how many calls fail, 1 to 1,000,000; null means all until the script is cleared
 * @param afterEffect true: the call takes effect, then fails; false: it fails instead
 * @param delay how long the answer waits; at most ten minutes, zero by default, one second by default for {@link Fault#DELAY}
 * @param error what {@link Fault#GRAPH_ERROR} answers: {@code code/subcode}, or a code alone, by default 1; null for all other faults
 */
public record ScriptedFault(
        @Nullable String account,
        Call call,
        Fault fault,
        @Nullable Integer times,
        boolean afterEffect,
        Duration delay,
        @Nullable String error) {
    /** The upper bound of {@link #times()}. */
    public static final int MOST_TIMES = 1_000_000;
    /** The upper bound of {@link #delay()}. */
    public static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

    private static final String DEFAULT_ERROR = "1";
    private static final String ERROR = "-?\\d{1,7}(/\\d{1,8})?";
    private static final Duration DEFAULT_DELAY = Duration.ofSeconds(1);

    public ScriptedFault {
        if (times != null && (times < 1 || times > MOST_TIMES)) {
            throw new IllegalArgumentException("times must be between 1 and " + MOST_TIMES + ", not " + times);
        }
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("delay_ms must be between 0 and " + LONGEST_DELAY.toMillis());
        }
        if (error == null && fault == Fault.GRAPH_ERROR) {
            error = DEFAULT_ERROR;
        }
        if (error != null && (fault != Fault.GRAPH_ERROR || !error.matches(ERROR))) {
            throw new IllegalArgumentException("error goes with graph_error, and looks like 10/2534022");
        }
    }

    /** For everybody, every time, in place of the effect. */
    public static ScriptedFault of(Call call, Fault fault) {
        return new ScriptedFault(null, call, fault, null, false, defaultDelay(fault), null);
    }

    /**
     * An error of the official API, for everybody, every time, in place of the effect.
     *
     * @param subcode zero for none
     */
    public static ScriptedFault graphError(Call call, int code, int subcode) {
        String error = subcode == 0 ? Integer.toString(code) : code + "/" + subcode;
        return new ScriptedFault(null, call, Fault.GRAPH_ERROR, null, false, Duration.ZERO, error);
    }

    /** How long this fault waits if nothing else is said. */
    public static Duration defaultDelay(Fault fault) {
        return fault == Fault.DELAY ? DEFAULT_DELAY : Duration.ZERO;
    }

    /** The same for one account only. */
    public ScriptedFault forAccount(String username) {
        return new ScriptedFault(username, call, fault, times, afterEffect, delay, error);
    }

    /** The same for the next calls only, 1 to {@link #MOST_TIMES}. */
    public ScriptedFault times(int count) {
        return new ScriptedFault(account, call, fault, count, afterEffect, delay, error);
    }

    /** The same, but the call takes effect before it fails. */
    public ScriptedFault afterTheEffect() {
        return new ScriptedFault(account, call, fault, times, true, delay, error);
    }

    /** The same, but the answer waits, at most {@link #LONGEST_DELAY}. */
    public ScriptedFault delayedBy(Duration wait) {
        return new ScriptedFault(account, call, fault, times, afterEffect, wait, error);
    }

    /** Whether the call does what it was asked to do. */
    public boolean takesEffect() {
        return afterEffect || fault == Fault.DELAY;
    }

    /** Lets the answer wait: a slow Instagram is what this fault plays, on a thread that serves nobody else. */
    public void letWait() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean concerns(Call asked, @Nullable String username) {
        return (call == Call.ANY || call == asked) && (account == null || account.equals(username));
    }
}
