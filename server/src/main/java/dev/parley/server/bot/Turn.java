package dev.parley.server.bot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a tick does next; decided inside a transaction, done after its commit. */
sealed interface Turn {

    /** Something to do outside any transaction. */
    sealed interface Work extends Turn {

        Action action();

        /** How often in a row the account had to cool down. */
        int strikes();
    }

    /**
     * Perform it. For what changes something, the intent is stored.
     *
     * @param countedAt when it was counted against its limit, or null if it does not count
     */
    record Perform<T>(
            Action action,
            ActionHandler<T> handler,
            int strikes,
            @Nullable Instant countedAt) implements Work {}

    /** Find out whether it took effect. */
    record Look<T>(Action action, ActionHandler<T> handler, int strikes) implements Work {}

    /** Nothing: the bot has been given back to the scheduler. */
    record Rested() implements Turn {}

    /** Nothing: a newer tick owns the bot. */
    record Stale() implements Turn {}
}
