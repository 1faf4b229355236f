package dev.parley.server.account;

import dev.parley.instagram.VerificationMethod;
import dev.parley.server.core.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in waits for, as it may be shown.
 *
 * @param method null as long as a person has to choose one of {@code methods}, and where no code is wanted
 * @param sentTo where the code went, as Instagram shows it
 * @param triesLeft how many codes may still be tried
 */
public record Verification(
        VerificationId id,
        AccountId account,
        Kind kind,
        @Nullable VerificationMethod method,
        List<VerificationMethod> methods,
        @Nullable String sentTo,
        Instant expiresAt,
        int triesLeft) {

    /** What is wanted of a person. */
    public enum Kind {
        /** The code of a second factor. */
        TWO_FACTOR,
        /** The code with which Instagram makes sure that it is the owner. */
        CHALLENGE,
        /** Agreeing on Instagram's own page. */
        AUTHORIZATION
    }
}
