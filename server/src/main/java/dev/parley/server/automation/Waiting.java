package dev.parley.server.automation;

import dev.parley.server.bot.BotStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A gate of the bot that keeps its jobs from going on. Their pace is none: between two follows a job runs. */
record Waiting(String reason, @Nullable Instant until) {

    static final String STATE = "waiting";

    /** Whom a job followed, it unfollows in some days only. */
    static final String DAYS = "AFTER_DAYS";

    private static final String PACE = "PACE";

    static @Nullable Waiting of(BotStatus bot) {
        var reason = bot.reason();
        if (reason == null || reason.equals(PACE)) {
            return null;
        }
        return switch (bot.state()) {
            case RUNNING -> null;
            case STOPPED, NEEDS_ATTENTION -> new Waiting(reason, null);
            case WAITING -> new Waiting(reason, bot.opensAt());
            case COOLING_DOWN -> new Waiting(reason, bot.resumesAt());
        };
    }
}
