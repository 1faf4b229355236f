package dev.parley.server.bot;

import dev.parley.server.tenancy.Question;
import java.util.function.Consumer;

/**
 * What became of an action, ready to be stored.
 *
 * @param bot takes the bot's row under the tick's epoch; no row, and a newer tick owns the bot: then nothing else is written
 * @param rest what is written once the row is held
 */
record Settlement(Question<BotInstance> bot, Consumer<BotInstance> rest) {

    Settlement and(Consumer<BotInstance> more) {
        return new Settlement(bot, rest.andThen(more));
    }
}
