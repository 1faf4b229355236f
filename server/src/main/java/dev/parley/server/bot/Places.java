package dev.parley.server.bot;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How many bots of each workspace this node works for: a huge one, or one whose calls hang, may not take all places. */
@Component
class Places {

    private final int most;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Set<String> full = new HashSet<>();

    Places(Pace pace) {
        this.most = pace.ticksPerWorkspace();
    }

    int most() {
        return most;
    }

    synchronized void take(Collection<String> workspaces) {
        workspaces.forEach(workspace -> {
            if (taken.merge(workspace, 1, Integer::sum) >= most) {
                full.add(workspace);
            }
        });
    }

    /** Whether it is time to pick again: a workspace that had no place left has half of them back, and more of it may be due. */
    synchronized boolean giveBack(String workspace) {
        var left = taken.merge(workspace, -1, Integer::sum);
        if (left == 0) {
            taken.remove(workspace);
        }
        return left <= most / 2 && full.remove(workspace);
    }

    /** How many more may be picked, whosever they are. */
    synchronized int freeForAnybody() {
        return most - taken.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    synchronized Map<String, Integer> taken() {
        return Map.copyOf(taken);
    }

    List<String> full(Map<String, Integer> places) {
        return places.entrySet().stream()
                .filter(entry -> entry.getValue() >= most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
