package dev.parley.sandbox.official;

import dev.parley.sandbox.account.Tokens;
import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The codes that owners' browsers carry. Thread-safe; survives a restart. */
public final class Grants {
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final int CODE_LENGTH = 40;

    private final Map<String, Grant> byCode = new ConcurrentHashMap<>();

    public String agree(
            Flavour flavour, List<Long> accounts, String redirect, Set<String> permissions, long now, Journal journal) {
        var event = new Event.CodeGranted(
                "AQ" + Tokens.random(CODE_LENGTH),
                flavour.name(),
                Lists.numbers(accounts),
                redirect,
                String.join(",", permissions),
                now);
        apply(event);
        journal.write(event);
        return event.code();
    }

    /** Uses a code up; nothing when it is unknown, used, older than an hour, or was given for something else. */
    public synchronized Optional<Grant> use(String code, Flavour flavour, String redirect, long now, Journal journal) {
        Grant grant = byCode.get(code);
        if (grant == null || !grant.fits(flavour, redirect) || now - grant.at() >= LIFETIME.toMillis()) {
            return Optional.empty();
        }
        var event = new Event.CodeUsed(code);
        apply(event);
        journal.write(event);
        return Optional.of(grant);
    }

    void apply(Event.CodeGranted event) {
        byCode.put(
                event.code(),
                new Grant(
                        event.code(),
                        Flavour.valueOf(event.flavour()),
                        Lists.numbers(event.accounts()),
                        event.redirect(),
                        Lists.names(event.permissions()),
                        event.at(),
                        false));
    }

    void apply(Event.CodeUsed event) {
        byCode.computeIfPresent(event.code(), (code, grant) -> grant.use());
    }
}
