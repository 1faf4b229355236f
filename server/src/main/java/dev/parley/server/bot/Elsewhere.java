package dev.parley.server.bot;

import dev.parley.server.node.Nodes;
import dev.parley.server.node.ThisNode;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Other nodes, that may have what this one lacks. */
@Component
class Elsewhere {

    private final ThisNode node;
    private final Nodes nodes;

    Elsewhere(ThisNode node, Nodes nodes) {
        this.node = node;
        this.nodes = nodes;
    }

    /** Whether this node cannot use the driver, as for want of a browser, and another one can. Where none can, this one says what is missing. */
    boolean isBetterFor(Supplier<String> driver) {
        return !node.lacks().isEmpty() && node.lacks().contains(driver.get()) && nodes.othersCanUse(driver.get(), node);
    }
}
