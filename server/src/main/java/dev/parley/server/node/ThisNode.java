package dev.parley.server.node;

import java.util.Set;
import java.util.UUID;

/**
 * What this server is, as long as it runs.
 *
 * @param id new at each start; the scheduler's table names who holds a bot by it
 * @param schemaVersion the newest migration that it knows
 * @param sealingKey the number of the key that it seals with
 * @param lacks the drivers for which it has not what they need
 */
public record ThisNode(
        UUID id, String name, String host, String version, int schemaVersion, long sealingKey, Set<String> lacks) {

    public ThisNode {
        lacks = Set.copyOf(lacks);
    }
}
