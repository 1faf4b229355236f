package dev.parley.server.home;

import dev.parley.server.bot.BotStatus;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.web.Words;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** What a bot is doing, and why not more, in words. */
public final class BotWords {

    private BotWords() {}

    public static String why(BotStatus bot) {
        return switch (bot.state()) {
            case STOPPED ->
                bot.queued() == 0 ? "Jobs wait until it is started." : waiting(bot) + " until it is started.";
            case RUNNING -> bot.queued() == 0 ? "Nothing to do." : "Working; " + waiting(bot) + ".";
            case WAITING -> reason(bot) + "; " + waiting(bot) + ".";
            case COOLING_DOWN -> "Instagram asked to slow down. It resumes by itself.";
            case NEEDS_ATTENTION -> reason(bot) + ".";
        };
    }

    private static String waiting(BotStatus bot) {
        return Words.count(bot.queued(), "action") + (bot.queued() == 1 ? " waits" : " wait");
    }

    private static String reason(BotStatus bot) {
        var reason = Objects.requireNonNullElse(bot.reason(), "");
        return switch (reason) {
            case "PACE" -> "Keeping its pace";
            case "QUOTA" -> "A limit is reached";
            default -> error(reason).map(ErrorCode::title).orElse(Words.plain(reason));
        };
    }

    private static Optional<ErrorCode> error(String codeOrName) {
        return ErrorCode.ofCode(codeOrName)
                .or(() -> Arrays.stream(ErrorCode.values())
                        .filter(code -> code.name().equals(codeOrName))
                        .findFirst());
    }
}
