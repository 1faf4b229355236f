package dev.parley.server.bot;

import com.fasterxml.jackson.annotation.JsonProperty;
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
        @JsonProperty("account_id") String accountId,
        @JsonProperty("instagram_username") String instagramUsername,
        State state,
        Instant since,
        @Nullable String reason,
        @JsonProperty("session_valid") boolean sessionValid,
        @JsonProperty("next_action_at") @Nullable Instant nextActionAt,
        @JsonProperty("resumes_at") @Nullable Instant resumesAt,
        @JsonProperty("last_action_at") @Nullable Instant lastActionAt,
        int queued,
        @JsonProperty("last_error") @Nullable LastError lastError) {

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
            @JsonProperty("error_code") String errorCode,
            String page,
            @Nullable String message,
            Instant at) {}
}
