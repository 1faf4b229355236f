package dev.parley.sandbox.website.variant;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** One variant of each dimension: the website as one account meets it. */
public record Look(Map<Dimension, Variant> chosen) {
    /** Everything as it is by default. */
    public static final Look PLAIN = new Look(Map.of());

    public Look {
        Map<Dimension, Variant> all = defaults();
        all.putAll(chosen);
        chosen = Collections.unmodifiableMap(all);
    }

    public boolean has(Variant variant) {
        return of(variant.dimension()) == variant;
    }

    public Variant of(Dimension dimension) {
        return chosen.getOrDefault(dimension, dimension.variants().getFirst());
    }

    private static Map<Dimension, Variant> defaults() {
        var defaults = new EnumMap<Dimension, Variant>(Dimension.class);
        for (Variant variant : Variant.values()) {
            defaults.putIfAbsent(variant.dimension(), variant);
        }
        return defaults;
    }
}
