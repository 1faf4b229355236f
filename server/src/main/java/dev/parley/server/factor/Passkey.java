package dev.parley.server.factor;

import dev.parley.server.core.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key on somebody's device or in their password store, of which we know the public half.
 *
 * @param credential id and public key, as the authenticator attested them
 * @param signCount how often it has signed so far, where it counts
 */
record Passkey(
        UUID id,
        UserId user,
        String name,
        byte[] credentialId,
        byte[] credential,
        long signCount,
        List<String> transports,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    @Override
    public String toString() {
        return "Passkey[id=" + id + "]";
    }
}
