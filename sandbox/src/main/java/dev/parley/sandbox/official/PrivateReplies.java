package dev.parley.sandbox.official;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The comments that were answered in private: each can be once. Thread-safe; survives a restart. */
public final class PrivateReplies {
    private final Set<Long> answered = ConcurrentHashMap.newKeySet();

    public boolean contains(long comment) {
        return answered.contains(comment);
    }

    public void add(long comment, Journal journal) {
        var event = new Event.PrivatelyReplied(comment);
        apply(event);
        journal.write(event);
    }

    void apply(Event.PrivatelyReplied event) {
        answered.add(event.comment());
    }
}
