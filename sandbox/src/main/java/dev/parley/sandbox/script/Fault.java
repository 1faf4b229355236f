package dev.parley.sandbox.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A way for a call to go wrong. */
public enum Fault {
    BAD_PASSWORD,
    CHALLENGE_REQUIRED,
    CHECKPOINT_REQUIRED,
    CONSENT_REQUIRED,
    LOGIN_REQUIRED,
    FEEDBACK_REQUIRED,
    RATE_LIMITED,
    USER_NOT_FOUND,
    PRIVATE_ACCOUNT,
    MESSAGES_REFUSED,
    SERVER_ERROR,
    /** The right answer, late. */
    DELAY,
    /** The connection ends with no answer. */
    DROP,
    /** The connection ends in the middle of the answer. */
    TRUNCATE,
    /** Status 200 and a text that is not JSON, though it says it is. */
    NOT_JSON,
    /** Status 200 and an HTML page. */
    HTML,
    /** Status 302 to the sign-in page. */
    REDIRECT_TO_LOGIN,
    /** Says yes and does nothing. */
    NO_EFFECT,
    /** An error of the official API by code and subcode; hits calls of the official API only. */
    GRAPH_ERROR;

    /** The name in JSON, for example {@code rate_limited}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The fault of this name in JSON; empty if there is none. */
    public static Optional<Fault> labelled(String label) {
        return Arrays.stream(values())
                .filter(fault -> fault.label().equals(label))
                .findFirst();
    }

    /** All names, separated by commas. */
    public static String labels() {
        return Arrays.stream(values()).map(Fault::label).collect(Collectors.joining(", "));
    }
}
