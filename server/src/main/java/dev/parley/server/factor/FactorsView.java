package dev.parley.server.factor;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person has set up, as the API and the page show it.
 *
 * @param authenticatorSince null without one
 * @param passkeysAt the only address at which browsers use the passkeys
 */
public record FactorsView(
        @Nullable Instant authenticatorSince, List<Key> passkeys, URI passkeysAt, int recoveryCodesLeft) {

    /** A passkey, without its key. */
    public record Key(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {

        static Key of(Passkey passkey) {
            return new Key(passkey.id(), passkey.name(), passkey.createdAt(), passkey.lastUsedAt());
        }
    }

    /** Whether the password alone is not enough. */
    public boolean any() {
        return authenticatorSince != null || !passkeys.isEmpty();
    }
}
