package dev.parley.journeys.crash;

import dev.parley.cli.instance.ServerProcess;
import dev.parley.journeys.crash.Strikes.Strike;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What has struck. */
final class StrikeTally {

    private final Map<Strike, Integer> counts = new EnumMap<>(Strike.class);
    private final List<Loss> losses = new ArrayList<>();

    /**
     * From then on a node could not tell that it lives.
     *
     * @param node by the name of its process
     */
    record Loss(String node, boolean killed, Instant at) {}

    void add(Strike strike) {
        counts.merge(strike, 1, Integer::sum);
    }

    void killed(ServerProcess node) {
        losses.add(new Loss(node.name(), true, Instant.now()));
    }

    void silenced(ServerProcess node) {
        losses.add(new Loss(node.name(), false, Instant.now()));
    }

    int of(Strike... strikes) {
        return Stream.of(strikes)
                .mapToInt(strike -> counts.getOrDefault(strike, 0))
                .sum();
    }

    List<Loss> losses() {
        return List.copyOf(losses);
    }
}
