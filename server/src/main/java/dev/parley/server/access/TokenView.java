package dev.parley.server.access;

import dev.parley.server.identity.Device;
import dev.parley.server.identity.Grant;
import dev.parley.server.identity.Tokens;
import dev.parley.server.web.Right;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it, without what opens anything.
 *
 * @param name null for that of a sign-in, which may do all that its person may
 * @param accounts the only ones that are there for it, by the names that they had; null for all
 * @param lastUsed with what and from where, as noted once a minute; null before the first use
 */
public record TokenView(
        UUID id,
        @Nullable String name,
        Set<Right> rights,
        @Nullable List<Grant.ChosenAccount> accounts,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Device lastUsed) {

    static TokenView of(Tokens.Token token) {
        var grant = token.grant();
        return new TokenView(
                token.id(),
                grant == null ? null : grant.name(),
                grant == null ? Set.of() : grant.rights(),
                grant == null ? null : grant.accounts(),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                token.lastUsed());
    }
}
