package dev.parley.server.bot;

import java.util.List;
import java.util.function.Supplier;

/**
 * Performs one kind of action. {@link #perform} and {@link #look} talk to Instagram and run outside any transaction;
 * {@link #settle} writes, inside the transaction that stores the outcome.
 *
 * @param <T> what performing yields
 */
public interface ActionHandler<T> {

    /** The kind of action, as stored. */
    String kind();

    /** Whether performing may change something at Instagram: then its intent is stored before, and it is never repeated blindly. */
    boolean changes();

    /** Whether it speaks to Instagram as the account: then it is not begun without a session that works. */
    default boolean needsSession() {
        return false;
    }

    /** The limits that the action counts against, all of which must have room. */
    default List<String> counted(Action action) {
        return List.of();
    }

    /** Of {@link #counted} those that it counts against as things stand; asked inside the transaction that stores its intent. */
    default List<String> countedNow(Action action) {
        return counted(action);
    }

    /** Whether {@link #look} can tell later whether what succeeded took effect: then that is done for some of it. */
    default boolean effectShows() {
        return false;
    }

    /** How long a job's next action waits after it. */
    default Spacing spacing() {
        return Spacing.READING;
    }

    /** Whether {@link #settle} tells the activity log by itself what happened. */
    default boolean writesItsOwnActivity() {
        return false;
    }

    Performed<T> perform(Attempt attempt);

    /** Finds out whether an action took effect whose outcome is unknown. Only for what changes something. */
    default Looked<T> look(Attempt attempt) {
        throw new IllegalStateException(kind() + " changes nothing, so there is nothing to look after");
    }

    /**
     * Stores what the ending means outside the queue, from which it takes nothing. What it asks at once travels with the question
     * whether the tick still owns its bot, and is taken back if not; the rest comes once that is sure. It is asked again where what it
     * wrote was taken back, so it changes nothing but the database.
     *
     * @return does the rest
     */
    Supplier<Settled> settle(Action action, Ending<T> ending);
}
