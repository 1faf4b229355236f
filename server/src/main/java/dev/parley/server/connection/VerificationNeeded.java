package dev.parley.server.connection;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs are told where Instagram wants something of a person before it signs an account in. */
public record VerificationNeeded(
        boolean success, String accountId, boolean requiresVerification, Waiting verification) {

    static VerificationNeeded of(WaitingSignIn waiting) {
        return new VerificationNeeded(false, waiting.account().id().toString(), true, Waiting.of(waiting));
    }

    /**
     * @param kind {@code TWO_FACTOR}, {@code CHALLENGE}, or {@code AUTHORIZATION}
     * @param page of Instagram's, on which the owner has to agree; null where a code is wanted
     * @param method the one in use; null as long as one of {@code methods} has to be chosen
     * @param sentTo where the code went
     */
    public record Waiting(
            String id,
            String kind,
            @Nullable String method,
            List<String> methods,
            @Nullable String sentTo,
            @Nullable URI page,
            Instant expiresAt,
            int triesLeft) {

        static Waiting of(WaitingSignIn waiting) {
            var verification = waiting.verification();
            var method = verification.method();
            return new Waiting(
                    verification.id().toString(),
                    verification.kind().name(),
                    method == null ? null : method.name(),
                    verification.methods().stream().map(Enum::name).toList(),
                    verification.sentTo(),
                    waiting.page(),
                    verification.expiresAt(),
                    verification.triesLeft());
        }
    }
}
