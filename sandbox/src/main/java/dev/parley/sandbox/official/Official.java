package dev.parley.sandbox.official;

import dev.parley.sandbox.journal.Event;

/** Everything that the official API keeps, replayed together. */
public final class Official {
    private final Grants grants = new Grants();
    private final AccessTokens tokens = new AccessTokens();
    private final Registration registration = new Registration();
    private final Openings openings = new Openings();
    private final Calls usage = new Calls();

    public Grants grants() {
        return grants;
    }

    public AccessTokens tokens() {
        return tokens;
    }

    public Registration registration() {
        return registration;
    }

    public Openings openings() {
        return openings;
    }

    /** What the usage headers tell of. */
    public Calls usage() {
        return usage;
    }

    public void apply(Event.Official event) {
        switch (event) {
            case Event.CodeGranted it -> grants.apply(it);
            case Event.CodeUsed it -> grants.apply(it);
            case Event.TokenIssued it -> tokens.apply(it);
            case Event.TokensRevoked it -> tokens.apply(it);
            case Event.AppRegistered it -> registration.apply(it);
            case Event.MannersSet it -> registration.apply(it);
            case Event.ButtonPressed it -> openings.apply(it);
        }
    }
}
