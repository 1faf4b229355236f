package dev.parley.journeys.crash;

import dev.parley.journeys.testing.RunningParley;
import java.util.List;
import java.util.Map;

/**
 * What each account may do, in an hour and in a day alike.
 *
 * @param actions each of them so often
 */
record Limits(int each, List<String> actions) {

    static Limits of(int each, List<String> actions) {
        return new Limits(each, List.copyOf(actions));
    }

    void setBy(RunningParley parley) {
        var limits = actions.stream()
                .map(action -> Map.of("action", action, "per_hour", each, "per_day", each))
                .toList();
        parley.administrator()
                .api()
                .put("/api/admin/limits", Map.of("limits", limits))
                .expect(200);
    }
}
