package dev.parley.sandbox.state;

import dev.parley.sandbox.comment.Comment;
import dev.parley.sandbox.message.Message;

/**
 * Is told what happens, by the thread that does it: after the event is in the journal, before whoever asked for it gets an answer, and never
 * at a replay. So what a listener writes to the state's journal at once is as safe as what it was told. Must be quick.
 */
public interface Listener {

    default void messageArrived(SandboxState state, Message message) {}

    /** {@code reader} has now read everything up to {@code upTo}. */
    default void messageRead(SandboxState state, long reader, Message upTo) {}

    default void commentMade(SandboxState state, Comment comment) {}
}
