package dev.parley.instagram.graph;

import dev.parley.instagram.Insights.Metric;
import dev.parley.instagram.Insights.Query;
import dev.parley.instagram.Insights.Value;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Numbers about the account and its posts. */
final class InsightCalls {

    private final Account account;

    InsightCalls(Account account) {
        this.account = account;
    }

    Outcome<List<Metric>> of(Query asked) {
        var query = named(asked.metrics())
                .with("period", asked.period().name().toLowerCase(Locale.ROOT))
                .with("metric_type", asked.total() ? "total_value" : null)
                .with("since", seconds(asked.since()))
                .with("until", seconds(asked.until()));
        return ask(GraphRequest.get(account.path("insights"), query));
    }

    Outcome<List<Metric>> of(MediaId media, Set<String> metrics) {
        return metrics.isEmpty()
                ? Account.nothingAsked("No metric is asked for")
                : ask(GraphRequest.get(media.value() + "/insights", named(metrics)));
    }

    private Outcome<List<Metric>> ask(GraphRequest request) {
        return account.askPersonally(request, json -> {
            var page = Pages.of(json, InsightCalls::metric);
            return page == null ? null : page.items();
        });
    }

    private static Parameters named(Set<String> metrics) {
        return new Parameters().with("metric", String.join(",", new TreeSet<>(metrics)));
    }

    private static @Nullable String seconds(@Nullable Instant time) {
        return time == null ? null : Long.toString(time.getEpochSecond());
    }

    private static @Nullable Metric metric(JsonNode json) {
        String name = Fields.text(json, "name");
        if (name == null) {
            return null;
        }
        List<Value> values = new ArrayList<>();
        json.path("values").forEach(value -> values.add(value(value)));
        if (json.path("total_value").isObject()) {
            values.add(value(json.path("total_value")));
        }
        return new Metric(name, Fields.textOrEmpty(json, "period"), values);
    }

    private static Value value(JsonNode json) {
        return new Value(Fields.number(json, "value"), parts(json.path("value")), Fields.time(json, "end_time"));
    }

    private static Map<String, Long> parts(JsonNode json) {
        var parts = new HashMap<String, Long>();
        for (String name : json.propertyNames()) {
            Long number = Fields.number(json, name);
            if (number != null) {
                parts.put(name, number);
            }
        }
        return parts;
    }
}
