package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.AccessToken;
import dev.parley.sandbox.official.Numbers;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.util.List;

/** The headers that tell how much of the allowed calls is used up, as JSON in whole percents. */
final class Usage {
    private static final HeaderName APP = HeaderNames.create("X-App-Usage");
    private static final HeaderName BUSINESS = HeaderNames.create("X-Business-Use-Case-Usage");
    private static final int ALL = 100;
    private static final int MINUTES_TO_WAIT = 60;

    private Usage() {}

    static Answer told(Answer answer, GraphRequest request, AccessToken token) {
        int percent = request.official()
                .usage()
                .percent(token.account(), request.state().now());
        int wanted = request.manners().usage();
        int shown = wanted < 0 ? percent : wanted;
        // Fact: the headers come only once enough calls were made.
        return shown == 0 || told(answer) ? answer : with(answer, shown, Numbers.account(token.account()));
    }

    private static boolean told(Answer answer) {
        return answer.headers().stream().anyMatch(field -> field.name().equals(APP));
    }

    /** Tells that nothing is left, and for how long. */
    static Answer exhausted(Answer answer, GraphRequest request) {
        return request.token()
                .map(token -> with(answer, ALL, Numbers.account(token.account())))
                .orElse(answer);
    }

    private static Answer with(Answer answer, int percent, String account) {
        int wait = percent >= ALL ? MINUTES_TO_WAIT : 0;
        var business = Json.object(
                "type",
                "instagram",
                "call_count",
                percent,
                "total_cputime",
                percent / 2,
                "total_time",
                percent / 2,
                "estimated_time_to_regain_access",
                wait);
        return answer.with(
                        APP,
                        Json.text(Json.object(
                                "call_count", percent, "total_time", percent / 2, "total_cputime", percent / 2)))
                .with(BUSINESS, Json.text(Json.object(account, List.of(business))));
    }
}
