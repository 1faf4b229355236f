package dev.parley.server.node;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A server as it has told about itself last.
 *
 * @param cpu how much of all processors of its machine it uses, from 0 to 1
 * @param resident how many bytes the process has in memory; null where that cannot be told
 * @param browserMemory how many bytes its browsers have for themselves; null where that cannot be told
 * @param calls how many calls to Instagram it has under way, by driver
 * @param lacks the drivers for which it has not what they need; other nodes work their accounts, if they can
 */
public record Node(
        UUID id,
        String name,
        String host,
        String version,
        int schemaVersion,
        Instant startedAt,
        Instant heartbeatAt,
        State state,
        int processors,
        double cpu,
        long heap,
        long mostHeap,
        @Nullable Long resident,
        int browsers,
        @Nullable Long browserMemory,
        Map<String, Integer> calls,
        List<String> lacks) {

    public enum State {
        RUNNING,
        /** It is being stopped: it ends what it has begun, and begins nothing. */
        DRAINING,
        /** It has not been heard of for a while: it died, or stands still. */
        SILENT
    }
}
