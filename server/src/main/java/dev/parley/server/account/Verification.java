package dev.parley.server.account;

import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.VerificationMethod;
import dev.parley.server.core.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in waits for, as it may be shown.
 *
 * @param method null as long as a person has to choose one of {@code methods}
 * @param sentTo where the code went, as Instagram shows it
 * @param triesLeft how many codes may still be tried
 */
public record Verification(
        VerificationId id,
        AccountId account,
        PendingSignIn.Kind kind,
        @Nullable VerificationMethod method,
        List<VerificationMethod> methods,
        @Nullable String sentTo,
        Instant expiresAt,
        int triesLeft) {}
