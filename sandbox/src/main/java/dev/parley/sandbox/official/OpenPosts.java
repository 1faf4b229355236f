package dev.parley.sandbox.official;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The posts under which nobody may write. Thread-safe; survives a restart. */
public final class OpenPosts {
    private final Set<Long> closed = ConcurrentHashMap.newKeySet();

    public boolean contains(long pk) {
        return !closed.contains(pk);
    }

    public void open(long pk, boolean open, Journal journal) {
        var event = new Event.CommentsAllowed(pk, open);
        apply(event);
        journal.write(event);
    }

    void apply(Event.CommentsAllowed event) {
        if (event.allowed()) {
            closed.remove(event.post());
        } else {
            closed.add(event.post());
        }
    }
}
