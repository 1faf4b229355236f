package dev.parley.sandbox.official;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Who reacted to which message, and how. Thread-safe; survives a restart. */
public final class Reactions {
    private final Map<String, Map<Long, String>> byMessage = new ConcurrentHashMap<>();

    /** @param reaction empty takes it back */
    public void react(String message, long person, String reaction, Journal journal) {
        var event = new Event.ReactionSet(message, person, reaction);
        apply(event);
        journal.write(event);
    }

    /** By person. */
    public Map<Long, String> of(String message) {
        Map<Long, String> reactions = byMessage.get(message);
        if (reactions == null) {
            return Map.of();
        }
        synchronized (reactions) {
            return Map.copyOf(reactions);
        }
    }

    void apply(Event.ReactionSet event) {
        Map<Long, String> reactions = byMessage.computeIfAbsent(event.message(), any -> new TreeMap<>());
        synchronized (reactions) {
            if (event.reaction().isEmpty()) {
                reactions.remove(event.person());
            } else {
                reactions.put(event.person(), event.reaction());
            }
        }
    }
}
