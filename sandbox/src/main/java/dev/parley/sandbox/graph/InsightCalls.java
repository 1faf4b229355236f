package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.Flavour.Right;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.world.Post;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers about the account and its posts: the same for the same account, metric and day. */
final class InsightCalls {
    private static final Set<String> ACCOUNT_METRICS = Set.of(
            "reach",
            "views",
            "profile_views",
            "follower_count",
            "accounts_engaged",
            "total_interactions",
            "likes",
            "comments",
            "shares",
            "saves",
            "replies");
    private static final Set<String> MEDIA_METRICS = Set.of(
            "reach",
            "views",
            "likes",
            "comments",
            "shares",
            "saved",
            "total_interactions",
            "follows",
            "profile_visits",
            "navigation",
            "replies",
            "ig_reels_avg_watch_time");
    private static final Set<String> PERIODS =
            Set.of("day", "week", "days_28", "month", "lifetime", "total_over_range");
    private static final int HIGHEST = 1_000;
    private static final int DAYS = 2;

    private InsightCalls() {}

    static void addTo(GraphRoutes routes) {
        routes.get(Node.Kind.ACCOUNT, "insights", Call.INSIGHTS, Right.INSIGHTS, InsightCalls::account);
        routes.get(Node.Kind.MEDIA, "insights", Call.INSIGHTS, Right.INSIGHTS, InsightCalls::media);
    }

    private static Answer account(GraphRequest request, Node node) {
        String period = request.parameters().required("period");
        if (!PERIODS.contains(period)) {
            throw new GraphRefusal(GraphError.of(100, "(#100) period must be one of " + PERIODS));
        }
        boolean total = request.parameters().text("metric_type").orElse("").equals("total_value");
        long today = request.state().now() / Duration.ofDays(1).toMillis();
        return list(request, ACCOUNT_METRICS, metric -> {
            Map<String, @Nullable Object> json = head(node, metric, period);
            if (total) {
                json.put("total_value", Json.object("value", number(node, metric, today)));
            } else {
                json.put("values", series(node, metric, today));
            }
            return json;
        });
    }

    private static List<Map<String, @Nullable Object>> series(Node node, String metric, long today) {
        List<Map<String, @Nullable Object>> values = new ArrayList<>();
        for (long day = today - DAYS + 1; day <= today; day++) {
            values.add(Json.object(
                    "value",
                    number(node, metric, day),
                    "end_time",
                    Times.text(Duration.ofDays(day).toMillis())));
        }
        return values;
    }

    private static Answer media(GraphRequest request, Node node) {
        long account = request.token().orElseThrow().account();
        Post post = request.state()
                .post(node.id())
                .filter(found -> found.owner().id() == account)
                .orElseThrow(() -> new GraphRefusal(GraphError.missing(node.text())));
        return list(request, MEDIA_METRICS, metric -> {
            Map<String, @Nullable Object> json = head(node, metric, "lifetime");
            json.put("values", List.of(Json.object("value", number(request, post, node, metric))));
            return json;
        });
    }

    private static long number(GraphRequest request, Post post, Node node, String metric) {
        return switch (metric) {
            case "likes" ->
                post.likes() + request.state().likes().likers(post.pk()).size();
            case "comments" -> post.comments() + request.state().comments().count(post.pk());
            default -> number(node, metric, 0);
        };
    }

    private static long number(Node node, String metric, long day) {
        return Math.floorMod((node.text() + metric + day).hashCode(), HIGHEST);
    }

    private static Answer list(GraphRequest request, Set<String> known, Metric metric) {
        List<String> asked = request.parameters().list("metric");
        if (asked.isEmpty() || !known.containsAll(asked)) {
            throw new GraphRefusal(GraphError.of(100, "(#100) metric must be some of " + known));
        }
        return Answer.ok(Json.object("data", asked.stream().map(metric::json).toList()));
    }

    private static Map<String, @Nullable Object> head(Node node, String metric, String period) {
        return Json.object(
                "name",
                metric,
                "period",
                period,
                "title",
                metric.replace('_', ' '),
                "description",
                "",
                "id",
                node.text() + "/insights/" + metric + "/" + period);
    }

    private interface Metric {
        Map<String, @Nullable Object> json(String metric);
    }
}
