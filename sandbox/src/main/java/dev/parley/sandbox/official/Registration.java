package dev.parley.sandbox.official;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.util.Set;

/** What the app's developer has set, and how the API shows itself to it. Thread-safe; survives a restart. */
public final class Registration {
    private volatile Callback callback = Callback.NONE;
    private volatile Set<String> redirects = Set.of();
    private volatile Manners manners = Manners.DEFAULT;

    public Callback callback() {
        return callback;
    }

    public Manners manners() {
        return manners;
    }

    public Set<String> redirects() {
        return redirects;
    }

    /** Whether browsers may be sent there: anywhere as long as nothing is registered. */
    public boolean allows(String redirect) {
        return redirects.isEmpty() || redirects.contains(redirect);
    }

    /** @param registered where browsers may be sent, exactly; empty for anywhere */
    public void register(Callback called, Set<String> registered, Journal journal) {
        var event = new Event.AppRegistered(
                called.url(), called.verifyToken(), String.join(",", called.fields()), String.join(" ", registered));
        apply(event);
        journal.write(event);
    }

    public void behave(Manners changed, Journal journal) {
        var event = new Event.MannersSet(
                changed.wrapped(),
                changed.flat(),
                changed.signedBy().name(),
                changed.duplicates(),
                changed.reversed(),
                changed.held(),
                changed.usage(),
                changed.quotaTotal(),
                changed.localised());
        apply(event);
        journal.write(event);
    }

    void apply(Event.AppRegistered event) {
        callback = new Callback(event.url(), event.verifyToken(), Lists.names(event.fields()));
        redirects = event.redirects().isBlank()
                ? Set.of()
                : Set.of(event.redirects().split(" "));
    }

    void apply(Event.MannersSet event) {
        manners = new Manners(
                event.wrapped(),
                event.flat(),
                Flavour.valueOf(event.signedBy()),
                event.duplicates(),
                event.reversed(),
                event.held(),
                event.usage(),
                event.quotaTotal(),
                event.localised());
    }
}
