package dev.parley.instagram.graph;

import dev.parley.instagram.graph.Usage.Business;
import dev.parley.instagram.graph.Usage.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the headers that tell how much is used up: JSON in a header's value. What cannot be read counts as not told. */
final class UsageHeaders {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 16 * 1024;
    private static final int MOST = 32;
    private static final long LONGEST_MINUTES = Duration.ofDays(7).toMinutes();

    private UsageHeaders() {}

    /** Null if the answer does not tell. */
    static @Nullable Usage in(Headers headers) {
        JsonNode app = json(headers.get("X-App-Usage"));
        JsonNode business = json(headers.get("X-Business-Use-Case-Usage"));
        if (app == null && business == null) {
            return null;
        }
        return new Usage(
                app == null ? Usage.UNKNOWN.app() : share(app), business == null ? List.of() : businesses(business));
    }

    private static List<Business> businesses(JsonNode json) {
        var all = new ArrayList<Business>();
        for (Map.Entry<String, JsonNode> each : json.properties()) {
            for (JsonNode use : each.getValue()) {
                if (all.size() < MOST) {
                    all.add(new Business(each.getKey(), use.path("type").asString(""), share(use), wait(use)));
                }
            }
        }
        return all;
    }

    private static Share share(JsonNode json) {
        return new Share(percent(json, "call_count"), percent(json, "total_time"), percent(json, "total_cputime"));
    }

    private static int percent(JsonNode json, String name) {
        return Math.max(0, json.path(name).asIntOpt().orElse(0));
    }

    private static Duration wait(JsonNode json) {
        long minutes = json.path("estimated_time_to_regain_access").asLongOpt().orElse(0);
        return Duration.ofMinutes(Math.clamp(minutes, 0, LONGEST_MINUTES));
    }

    private static @Nullable JsonNode json(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return null;
        }
        try {
            JsonNode json = JSON.readTree(header);
            return json.isObject() ? json : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
