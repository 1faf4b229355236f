package dev.parley.sandbox.official;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Which hashtags an account has looked for: thirty in seven days, repetitions not counted. Thread-safe; survives a restart. */
public final class Searches {
    private static final int MOST = 30;
    private static final Duration WINDOW = Duration.ofDays(7);

    private final Map<Long, Map<Integer, Long>> byAccount = new ConcurrentHashMap<>();

    /** False if the account has looked for too many others. */
    public boolean search(long account, int hashtag, long now, Journal journal) {
        Map<Integer, Long> own = of(account);
        synchronized (own) {
            List<Integer> recent = recent(own, now);
            if (recent.contains(hashtag)) {
                return true;
            }
            if (recent.size() >= MOST) {
                return false;
            }
            var event = new Event.HashtagSearched(account, hashtag, now);
            apply(event);
            journal.write(event);
            return true;
        }
    }

    /** The numbers of the hashtags that were looked for in the last seven days. */
    public List<Integer> recent(long account, long now) {
        Map<Integer, Long> own = of(account);
        synchronized (own) {
            return recent(own, now);
        }
    }

    void apply(Event.HashtagSearched event) {
        Map<Integer, Long> own = of(event.account());
        synchronized (own) {
            own.put(event.hashtag(), event.at());
        }
    }

    private static List<Integer> recent(Map<Integer, Long> own, long now) {
        return own.entrySet().stream()
                .filter(search -> now - search.getValue() < WINDOW.toMillis())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<Integer, Long> of(long account) {
        return byAccount.computeIfAbsent(account, any -> new TreeMap<>());
    }
}
