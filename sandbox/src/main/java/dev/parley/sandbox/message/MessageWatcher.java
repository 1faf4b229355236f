package dev.parley.sandbox.message;

/** Is told of messages after they are in the journal and before their sender gets an answer; never at a replay. Must be quick. */
public interface MessageWatcher {

    void arrived(Message message);

    /** {@code reader} has now read everything up to {@code upTo}. */
    void read(long reader, Message upTo);
}
