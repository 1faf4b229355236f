package dev.parley.server.home;

import dev.parley.server.bot.Workload;
import dev.parley.server.node.Nodes;
import dev.parley.server.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** What an administrator sees of the servers: numbers only, and nothing of any workspace. */
@Component
class ReadNodes {

    private final Nodes nodes;
    private final Workload workload;
    private final Tenancy tenancy;

    ReadNodes(Nodes nodes, Workload workload, Tenancy tenancy) {
        this.nodes = nodes;
        this.workload = workload;
        this.tenancy = tenancy;
    }

    NodesView now() {
        return tenancy.unbound(() -> {
            var held = workload.heldByNode();
            var queue = workload.queue();
            return new NodesView(
                    nodes.list().stream()
                            .map(node -> new NodeView(node, held.getOrDefault(node.id(), 0)))
                            .toList(),
                    workload.bots(),
                    held.values().stream().mapToInt(Integer::intValue).sum(),
                    queue.due(),
                    queue.lag().toMillis());
        });
    }
}
