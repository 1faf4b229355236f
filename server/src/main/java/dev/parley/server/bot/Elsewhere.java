package dev.parley.server.bot;

import dev.parley.server.core.AccountId;
import dev.parley.server.node.Nodes;
import dev.parley.server.node.ThisNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Other nodes, that may have what this one lacks, or know what it does not. */
@Component
class Elsewhere {

    /** Time enough for another node to pick a bot; if none does, this one looks again. */
    private static final Duration LEFT = Duration.ofSeconds(5);

    private final ThisNode node;
    private final Nodes nodes;
    private final Map<AccountId, Long> leftUntil = new ConcurrentHashMap<>();

    Elsewhere(ThisNode node, Nodes nodes) {
        this.node = node;
        this.nodes = nodes;
    }

    /** Whether this node cannot use the driver, as for want of a browser, and another one can. Where none can, this one says what is missing. */
    boolean isBetterFor(Supplier<String> driver) {
        return !node.lacks().isEmpty() && node.lacks().contains(driver.get()) && nodes.othersCanUse(driver.get(), node);
    }

    /** For a while, this node does not pick the account's bot. */
    void leave(AccountId account) {
        leftUntil.put(account, System.nanoTime() + LEFT.toNanos());
    }

    /** The bots that this node does not pick now. */
    List<String> left() {
        if (leftUntil.isEmpty()) {
            return List.of();
        }
        var now = System.nanoTime();
        leftUntil.values().removeIf(until -> until - now < 0);
        return leftUntil.keySet().stream().map(AccountId::toString).toList();
    }
}
