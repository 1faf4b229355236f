package dev.parley.server.bot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a bot is doing, and why not more.
 *
 * @param reason the gate that is shut, or null
 * @param nextActionAt when it will do something next, as far as is known
 * @param resumesAt when a cool-down ends
 * @param queued how many actions wait
 */
public record BotStatus(
        String accountId,
        String instagramUsername,
        State state,
        Instant since,
        @Nullable String reason,
        boolean sessionValid,
        @Nullable Instant nextActionAt,
        @Nullable Instant resumesAt,
        @Nullable Instant lastActionAt,
        int queued,
        @Nullable LastError lastError) {

    public enum State {
        STOPPED,
        RUNNING,
        WAITING,
        COOLING_DOWN,
        NEEDS_ATTENTION
    }

    /**
     * The last thing that went wrong.
     *
     * @param page where it is explained
     */
    public record LastError(
            String errorCode, String page, @Nullable String message, Instant at) {}
}
