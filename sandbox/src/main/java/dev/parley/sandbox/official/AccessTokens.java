package dev.parley.sandbox.official;

import dev.parley.sandbox.account.Tokens;
import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import dev.parley.sandbox.official.AccessToken.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens that were given out. Thread-safe; survives a restart. */
public final class AccessTokens {
    /** How long a token lives that a code was exchanged for. */
    public static final Duration SHORT_LIFE = Duration.ofHours(1);
    /** How long a token lives that a short one was exchanged for. */
    public static final Duration LONG_LIFE = Duration.ofDays(60);
    /** How old a token has to be before it can be renewed. */
    public static final Duration RENEWABLE_AFTER = Duration.ofHours(24);

    private static final int TOKEN_LENGTH = 43;
    private static final int TOKEN_PARTS = 3;

    private final Map<String, AccessToken> byValue = new ConcurrentHashMap<>();

    public AccessToken issue(
            Flavour flavour, Kind kind, List<Long> accounts, Set<String> permissions, long now, Journal journal) {
        var event = new Event.TokenIssued(
                newValue(flavour),
                flavour.name(),
                kind.name(),
                Lists.numbers(accounts),
                String.join(",", permissions),
                now,
                expiry(kind, now));
        journal.write(event);
        return apply(event);
    }

    /** A token that was given out and not taken back; it may have expired. */
    public Optional<AccessToken> find(String value) {
        return Optional.ofNullable(byValue.get(value));
    }

    /** Takes back what an owner agreed to: every token that speaks for the account. */
    public void revoke(long account, Journal journal) {
        var event = new Event.TokensRevoked(account);
        apply(event);
        journal.write(event);
    }

    AccessToken apply(Event.TokenIssued event) {
        var token = new AccessToken(
                event.token(),
                Flavour.valueOf(event.flavour()),
                Kind.valueOf(event.kind()),
                Lists.numbers(event.accounts()),
                Lists.names(event.permissions()),
                event.at(),
                event.expiresAt());
        byValue.put(token.value(), token);
        return token;
    }

    void apply(Event.TokensRevoked event) {
        byValue.values().removeIf(token -> token.accounts().contains(event.account()));
    }

    private static long expiry(Kind kind, long now) {
        return switch (kind) {
            case SHORT -> now + SHORT_LIFE.toMillis();
            case LONG -> now + LONG_LIFE.toMillis();
            case PAGE -> 0;
        };
    }

    private static String newValue(Flavour flavour) {
        var value = new StringBuilder(flavour == Flavour.INSTAGRAM ? "IGAA" : "EAAG");
        for (int part = 0; part < TOKEN_PARTS; part++) {
            value.append(Tokens.random(TOKEN_LENGTH).replace('-', 'Z').replace('_', 'D'));
        }
        return value.toString();
    }
}
