package dev.parley.instagram.graph;

import dev.parley.instagram.IncomingEvent;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.ThreadId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known without asking: who is in a conversation, and when somebody last wrote. Bounded; the longest unused is forgotten. */
final class Correspondents {

    private static final int MOST = 10_000;

    private final Map<ThreadId, PersonId> byThread = new Recent<>();
    private final Map<PersonId, Instant> lastWrote = new Recent<>();

    synchronized void know(ThreadId thread, PersonId person) {
        byThread.put(thread, person);
    }

    synchronized @Nullable PersonId in(ThreadId thread) {
        return byThread.get(thread);
    }

    void heed(IncomingEvent event) {
        event.opening().ifPresent(opening -> wrote(opening.person(), opening.at()));
    }

    synchronized void wrote(PersonId person, Instant at) {
        lastWrote.merge(person, at, (known, now) -> now.isAfter(known) ? now : known);
    }

    synchronized @Nullable Instant lastWrote(PersonId person) {
        return lastWrote.get(person);
    }

    private static final class Recent<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }
}
