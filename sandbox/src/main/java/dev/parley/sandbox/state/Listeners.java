package dev.parley.sandbox.state;

import dev.parley.sandbox.comment.Comment;
import dev.parley.sandbox.message.Message;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All listeners, told in the order in which they came. Thread-safe. */
final class Listeners implements Listener {
    private final List<Listener> all = new CopyOnWriteArrayList<>();

    void add(Listener listener) {
        all.add(listener);
    }

    @Override
    public void messageArrived(SandboxState state, Message message) {
        all.forEach(listener -> listener.messageArrived(state, message));
    }

    @Override
    public void messageRead(SandboxState state, long reader, Message upTo) {
        all.forEach(listener -> listener.messageRead(state, reader, upTo));
    }

    @Override
    public void commentMade(SandboxState state, Comment comment) {
        all.forEach(listener -> listener.commentMade(state, comment));
    }
}
