package dev.parley.server.home;

import dev.parley.server.node.Node;
import java.util.List;

/**
 * The servers on this database, and how they get on.
 *
 * @param bots how many there are, those with nothing to do among them
 * @param busy how many of them a node works for at this moment
 * @param due how many wait for a free place
 * @param lagMillis for how long the first of them has been waiting
 */
public record NodesView(List<NodeView> nodes, long bots, int busy, long due, long lagMillis) {

    public long running() {
        return in(Node.State.RUNNING);
    }

    public boolean differ() {
        return nodes.stream()
                        .filter(view -> view.node().state() != Node.State.SILENT)
                        .map(view -> view.node().version() + view.node().schemaVersion())
                        .distinct()
                        .count()
                > 1;
    }

    private long in(Node.State state) {
        return nodes.stream().filter(view -> view.node().state() == state).count();
    }
}
