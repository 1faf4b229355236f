package dev.parley.instagram;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers about the account and its posts. Which metrics there are is Instagram's affair; their names are passed on as they are. */
public interface Insights {

    /** Numbers about the account. A metric without data is absent. */
    default Outcome<List<Metric>> insights(Query query) {
        return Outcome.unsupported(Capability.INSIGHTS);
    }

    /** Numbers about one of the account's posts. A metric without data is absent. */
    default Outcome<List<Metric>> insights(MediaId media, Set<String> metrics) {
        return Outcome.unsupported(Capability.INSIGHTS);
    }

    /** What a number is counted over. */
    enum Period {
        DAY,
        WEEK,
        DAYS_28,
        MONTH,
        LIFETIME,
        TOTAL_OVER_RANGE
    }

    /**
     * @param metrics at least one, for example {@code reach}
     * @param total one number instead of a series
     * @param since at most 90 days ago; null leaves it to Instagram
     * @param until null leaves it to Instagram
     */
    record Query(
            Set<String> metrics,
            Period period,
            boolean total,
            @Nullable Instant since,
            @Nullable Instant until) {

        public Query {
            metrics = Set.copyOf(metrics);
            if (metrics.isEmpty()) {
                throw new IllegalArgumentException("no metric is asked for");
            }
        }
    }

    /** @param period Instagram's word for it */
    record Metric(String name, String period, List<Value> values) {

        public Metric {
            values = List.copyOf(values);
        }
    }

    /**
     * @param number null where the metric is a set of numbers
     * @param parts numbers by name, for example by country; else empty
     * @param until the end of the time it was counted over; null where Instagram does not say
     */
    record Value(
            @Nullable Long number,
            Map<String, Long> parts,
            @Nullable Instant until) {

        public Value {
            parts = Map.copyOf(parts);
        }
    }
}
