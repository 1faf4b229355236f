package dev.parley.server.bot;

import dev.parley.server.tenancy.Question;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What became of an action, ready to be stored.
 *
 * @param bot takes the bot's row under the tick's epoch; no row, and a newer tick owns the bot: then nothing of this stays
 * @param writes asks what it must know, to be answered together with {@code bot}; yields what is written once the row is held
 * @param leaving the action that leaves the queue by it, or {@link #NONE}
 * @param keepsOrder whether those that stay in the queue, stay as they are; more may come
 */
record Settlement(Question<BotInstance> bot, Supplier<Consumer<BotInstance>> writes, UUID leaving, boolean keepsOrder) {

    /** The id of no action. */
    static final UUID NONE = new UUID(0, 0);

    static Settlement ofNothing(Owner owner) {
        return new Settlement(BotInstances.fence(owner), () -> bot -> {}, NONE, true);
    }

    Settlement and(Consumer<BotInstance> more) {
        return new Settlement(bot, () -> writes.get().andThen(more), leaving, keepsOrder);
    }
}
