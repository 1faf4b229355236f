package dev.parley.server.message;

import dev.parley.server.bot.BotStatus;
import dev.parley.server.bot.Lane;
import dev.parley.server.bot.Queues.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a queued message waits for.
 *
 * @param executing it does not wait any more
 * @param reason null where nothing keeps it but its turn
 */
record Waiting(
        boolean executing,
        @Nullable String reason,
        @Nullable Instant until) {

    static final Waiting NOT = new Waiting(false, null, null);

    private static final String SCHEDULED = "SCHEDULED";

    /** @param bot of its account */
    static Waiting of(Message message, @Nullable Standing standing, @Nullable BotStatus bot) {
        if (standing == null || bot == null) {
            return NOT;
        }
        if (standing.executing()) {
            return new Waiting(true, null, null);
        }
        return switch (bot.state()) {
            case COOLING_DOWN -> new Waiting(false, bot.reason(), bot.resumesAt());
            case STOPPED, NEEDS_ATTENTION ->
                message.lane() == Lane.AUTOMATION ? new Waiting(false, bot.reason(), null) : inQueue(message, standing);
            case RUNNING, WAITING -> inQueue(message, standing);
        };
    }

    private static Waiting inQueue(Message message, Standing standing) {
        if (standing.waitReason() != null) {
            return new Waiting(false, standing.waitReason(), standing.dueAt());
        }
        return message.times().sendAt() != null ? new Waiting(false, SCHEDULED, standing.dueAt()) : NOT;
    }
}
