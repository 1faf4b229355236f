package dev.parley.server.access;

import dev.parley.server.identity.Device;
import dev.parley.server.identity.Tokens;
import dev.parley.server.web.Right;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it, without what opens anything.
 *
 * @param name null for that of a sign-in, which may do all that its person may
 * @param lastUsed with what and from where, as noted once a minute; null before the first use
 */
public record TokenView(
        UUID id,
        @Nullable String name,
        Set<Right> rights,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Device lastUsed) {

    static TokenView of(Tokens.Token token) {
        return new TokenView(
                token.id(),
                token.name(),
                token.rights(),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                token.lastUsed());
    }
}
