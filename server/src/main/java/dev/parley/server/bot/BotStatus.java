package dev.parley.server.bot;

import dev.parley.server.quota.LimitedBy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a bot is doing, and why not more.
 *
 * @param reason the gate that is shut, or null
 * @param opensAt when the gate opens, as far as is known
 * @param limitedBy whose limit keeps the bot waiting, where one does
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
        @Nullable Instant opensAt,
        @Nullable LimitedBy limitedBy,
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
