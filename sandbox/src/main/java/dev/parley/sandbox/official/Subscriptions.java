package dev.parley.sandbox.official;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts whose events go to the app. Fact: which fields, the app decides for all of them. Thread-safe; survives a restart. */
public final class Subscriptions {
    private final Set<Long> accounts = ConcurrentHashMap.newKeySet();

    public boolean contains(long account) {
        return accounts.contains(account);
    }

    public void subscribe(long account, boolean on, Journal journal) {
        var event = new Event.AccountSubscribed(account, on);
        apply(event);
        journal.write(event);
    }

    void apply(Event.AccountSubscribed event) {
        if (event.subscribed()) {
            accounts.add(event.account());
        } else {
            accounts.remove(event.account());
        }
    }
}
