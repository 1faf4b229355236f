package dev.parley.server.bot;

import dev.parley.server.tenancy.Question;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What became of an action, ready to be stored.
 *
 * @param bot takes the bot's row under the tick's epoch; no row, and a newer tick owns the bot: then nothing of this stays
 * @param writing asks what it must know, to be answered together with {@code bot}; yields what is written once the row is held
 * @param leaving the action that leaves the queue by it, or {@link #NONE}
 */
record Settlement(Question<BotInstance> bot, Supplier<Writes> writing, UUID leaving) {

    /** The id of no action. */
    static final UUID NONE = new UUID(0, 0);

    /** How what was seen before the writes differs from what is so after them, the leaving action left out. */
    enum Change {
        NONE,
        QUEUE_GROWN,
        QUEUE,
        BOT
    }

    @FunctionalInterface
    interface Writes {
        Change write(BotInstance bot);
    }

    static Settlement ofNothing(Owner owner) {
        return new Settlement(BotInstances.fence(owner), () -> bot -> Change.NONE, NONE);
    }

    /** Writes more, but not to the queue. */
    Settlement and(Consumer<BotInstance> more) {
        return new Settlement(
                bot,
                () -> {
                    var first = writing.get();
                    return row -> {
                        var change = first.write(row);
                        more.accept(row);
                        return change;
                    };
                },
                leaving);
    }
}
