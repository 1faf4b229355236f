package dev.parley.server.bot;

import java.time.Instant;
import java.util.List;

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
     * @param counted what it was counted against
     */
    record Perform<T>(Action action, ActionHandler<T> handler, int strikes, List<Counted> counted) implements Work {}

    /** Ask who is signed in, for it is not known lately; then decide anew. */
    record Check<T>(Action action, ActionHandler<T> handler, int strikes) implements Work {

        /** What is to be performed if the session works; nothing of it is counted or intended yet. */
        Perform<T> performing() {
            return new Perform<>(action, handler, strikes, List.of());
        }
    }

    /** One use of a limit. */
    record Counted(String limit, Instant at) {}

    /** Find out whether it took effect. */
    record Look<T>(Action action, ActionHandler<T> handler, int strikes) implements Work {}

    /** Nothing: the bot has been given back to the scheduler. */
    record Rested() implements Turn {}

    /** Nothing: a newer tick owns the bot. */
    record Stale() implements Turn {}
}
