package dev.parley.server.bot;

import dev.parley.server.core.ErrorCode;
import dev.parley.server.web.Words;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a bot is doing, and why not more, in words. */
public final class BotWords {

    private BotWords() {}

    public static String why(BotStatus bot) {
        return switch (bot.state()) {
            case STOPPED ->
                bot.queued() == 0 ? "Jobs wait until it is started." : waiting(bot) + " until it is started.";
            case RUNNING -> bot.queued() == 0 ? "Nothing to do." : "Working; " + waiting(bot) + ".";
            case WAITING -> gate(bot) + "; " + waiting(bot) + ".";
            case COOLING_DOWN -> "Instagram asked to slow down. It resumes by itself.";
            case NEEDS_ATTENTION -> gate(bot.reason()) + ".";
        };
    }

    private static String gate(BotStatus bot) {
        var whose = bot.limitedBy();
        return whose != null && Limiting.QUOTA.equals(bot.reason())
                ? "The limit of " + whose.words() + " is reached"
                : gate(bot.reason());
    }

    /** @param reason a gate of the bots, or the code or name of an error */
    public static String gate(@Nullable String reason) {
        return switch (reason) {
            case null -> "Waiting";
            case "PACE" -> "Keeping its pace";
            case ReadStatus.WORKING_HOURS -> "Outside its working hours";
            case Limiting.QUOTA -> "A limit is reached";
            case Limiting.LIMIT_ZERO -> "The limit is 0, so nothing opens until it is raised";
            default -> error(reason).map(ErrorCode::title).orElseGet(() -> Words.plain(reason));
        };
    }

    private static String waiting(BotStatus bot) {
        return Words.count(bot.queued(), "action") + (bot.queued() == 1 ? " waits" : " wait");
    }

    private static Optional<ErrorCode> error(String codeOrName) {
        return ErrorCode.ofCode(codeOrName)
                .or(() -> Arrays.stream(ErrorCode.values())
                        .filter(code -> code.name().equals(codeOrName))
                        .findFirst());
    }
}
