package dev.parley.sandbox.official;

import java.util.List;
import java.util.Set;

/**
 * What an app calls with.
 *
 * @param accounts whom it speaks for: one, or for a Facebook user all whose pages were agreed to
 * @param permissions what the owner agreed to
 * @param issuedAt epoch milliseconds
 * @param expiresAt epoch milliseconds; zero for never
 */
public record AccessToken(
        String value,
        Flavour flavour,
        Kind kind,
        List<Long> accounts,
        Set<String> permissions,
        long issuedAt,
        long expiresAt) {

    /** What a token is good for. */
    public enum Kind {
        SHORT,
        LONG,
        /** A Facebook page's, and so its Instagram account's. */
        PAGE
    }

    public boolean expired(long now) {
        return expiresAt != 0 && now >= expiresAt;
    }

    public boolean allows(Flavour.Right right) {
        return permissions.contains(flavour.permission(right));
    }

    /** The account that {@code me} stands for. */
    public long account() {
        return accounts.getFirst();
    }

    /** Leaves the token itself out. */
    @Override
    public String toString() {
        return "AccessToken[flavour=%s, kind=%s, accounts=%s]".formatted(flavour, kind, accounts);
    }
}
