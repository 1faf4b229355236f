package dev.parley.instagram.browser.chromium;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A few words kept in mind, each under a key; of too many, those used the longest time ago are forgotten. Thread-safe. */
public final class Notes {

    private static final int MOST = 200;

    private final Map<String, String> byKey = new LinkedHashMap<>(16, 0.75f, true);

    Notes() {}

    public synchronized @Nullable String get(String key) {
        return byKey.get(key);
    }

    public synchronized void put(String key, String words) {
        byKey.put(key, words);
        if (byKey.size() > MOST) {
            byKey.remove(byKey.keySet().iterator().next());
        }
    }
}
