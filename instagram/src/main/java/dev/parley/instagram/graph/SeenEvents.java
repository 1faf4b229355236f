package dev.parley.instagram.graph;

import dev.parley.instagram.IncomingEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The events that were handled lately, so that their repetitions can be left out. What is forgotten with the process, a store that keeps
 * {@link IncomingEvent#key()} has to remember. Thread-safe; bounded.
 */
public final class SeenEvents {

    private final Map<String, Boolean> keys;

    /** @param most how many events are remembered */
    public SeenEvents(int most) {
        keys = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > most;
            }
        };
    }

    /** Those that were not handled yet, each once. */
    public synchronized List<IncomingEvent> unseen(List<IncomingEvent> events) {
        Set<String> here = new LinkedHashSet<>();
        return events.stream()
                .filter(event -> !keys.containsKey(event.key()) && here.add(event.key()))
                .toList();
    }

    /** To be told once they are stored, not before: else one that was lost on the way would be taken for known when it comes again. */
    public synchronized void handled(List<IncomingEvent> events) {
        events.forEach(event -> keys.put(event.key(), true));
    }
}
