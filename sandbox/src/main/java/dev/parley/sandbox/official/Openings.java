package dev.parley.sandbox.official;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** When people last pressed a button of an account's. Thread-safe; survives a restart. */
public final class Openings {
    private final Map<Pair, Long> latest = new ConcurrentHashMap<>();

    public void press(long account, long person, long now, Journal journal) {
        var event = new Event.ButtonPressed(account, person, now);
        apply(event);
        journal.write(event);
    }

    /** Epoch milliseconds. */
    public OptionalLong latest(long account, long person) {
        Long at = latest.get(new Pair(account, person));
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    void apply(Event.ButtonPressed event) {
        latest.merge(new Pair(event.account(), event.person()), event.at(), Math::max);
    }

    private record Pair(long account, long person) {}
}
