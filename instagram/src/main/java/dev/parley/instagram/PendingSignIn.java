package dev.parley.instagram;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that waits for a person. Holds all that is needed to go on in another process; holds no password.
 *
 * @param driver the name of the driver that can go on
 * @param kind what is asked for
 * @param method the method in use, or null as long as a person has to choose one of {@code methods}
 * @param methods the methods that may be chosen
 * @param sentTo where the code went, as Instagram shows it ({@code +** *** **89}), or null
 * @param state the driver's own notes, secret; opaque to everybody else
 */
public record PendingSignIn(
        String driver,
        String username,
        Kind kind,
        @Nullable VerificationMethod method,
        Set<VerificationMethod> methods,
        @Nullable String sentTo,
        String state) {

    /** What Instagram asks for. */
    public enum Kind {
        TWO_FACTOR,
        CHALLENGE
    }

    public PendingSignIn {
        methods = Set.copyOf(methods);
    }

    /** All of it as versioned JSON in UTF-8; secret. Equal pending sign-ins give equal bytes. */
    public byte[] toBytes() {
        return Export.pending(this);
    }

    /**
     * What {@link #toBytes} exported, in this or an earlier version.
     *
     * @throws IllegalArgumentException if it is anything else; the message quotes nothing of it
     */
    public static PendingSignIn fromBytes(byte[] bytes) {
        return Export.pending(bytes);
    }

    /** Leaves the state out. */
    @Override
    public String toString() {
        return "PendingSignIn[driver=%s, username=%s, kind=%s, method=%s]".formatted(driver, username, kind, method);
    }
}
