package dev.parley.sandbox.official;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Questions and menus that accounts show, as JSON. Thread-safe; survives a restart. */
public final class Greetings {
    private final Map<String, String> byKey = new ConcurrentHashMap<>();

    /** @param json empty takes it away */
    public void set(long account, String property, String json, Journal journal) {
        var event = new Event.GreetingSet(account, property, json);
        apply(event);
        journal.write(event);
    }

    public Optional<String> of(long account, String property) {
        return Optional.ofNullable(byKey.get(key(account, property)));
    }

    void apply(Event.GreetingSet event) {
        String key = key(event.account(), event.property());
        if (event.json().isEmpty()) {
            byKey.remove(key);
        } else {
            byKey.put(key, event.json());
        }
    }

    private static String key(long account, String property) {
        return account + " " + property;
    }
}
