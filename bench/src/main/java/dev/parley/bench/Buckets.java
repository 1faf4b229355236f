package dev.parley.bench;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many durations were below each bound.
 *
 * @param counts by seconds, each including those before it
 */
record Buckets(NavigableMap<Double, Double> counts) {

    static final Buckets NONE = new Buckets(new TreeMap<>());

    Buckets plus(Buckets other) {
        var all = new TreeMap<>(counts);
        other.counts.forEach((bound, count) -> all.merge(bound, count, Double::sum));
        return new Buckets(all);
    }

    Buckets since(Buckets before) {
        var all = new TreeMap<Double, Double>();
        counts.forEach((bound, count) -> all.put(bound, count - before.counts.getOrDefault(bound, 0.0)));
        return new Buckets(all);
    }

    /** The bound below which this part of them is. */
    double quantile(double part) {
        var wanted = counts.lastEntry().getValue() * part;
        return counts.entrySet().stream()
                .filter(bucket -> bucket.getValue() >= wanted)
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
