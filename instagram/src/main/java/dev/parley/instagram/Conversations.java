package dev.parley.instagram;

import org.jspecify.annotations.Nullable;

/** Reading messages. Cursors are null for the first page, else {@link Page#next()} of the page before. */
public interface Conversations {

    /** The inbox, the conversation with the newest message first. */
    default Outcome<Page<Conversation>> inbox(@Nullable String cursor) {
        return Outcome.unsupported(Capability.CONVERSATIONS);
    }

    /** Conversations that others have begun and that the account has not accepted yet. */
    default Outcome<Page<Conversation>> requests(@Nullable String cursor) {
        return Outcome.unsupported(Capability.CONVERSATIONS);
    }

    /** The messages of a conversation, newest first. */
    default Outcome<Page<Message>> messages(ThreadId thread, @Nullable String cursor) {
        return Outcome.unsupported(Capability.CONVERSATIONS);
    }

    /** Accepts a message request. Asked once, never repeated by the driver. */
    default Outcome<Accepted> accept(ThreadId thread) {
        return Outcome.unsupported(Capability.CONVERSATIONS);
    }

    /** Declines a message request: its messages are gone for the account. Asked once, never repeated by the driver. */
    default Outcome<Declined> decline(ThreadId thread) {
        return Outcome.unsupported(Capability.CONVERSATIONS);
    }

    /** Tells the other side that the account has read the conversation up to a message. */
    default Outcome<Read> markRead(ThreadId thread, MessageId upTo) {
        return Outcome.unsupported(Capability.CONVERSATIONS);
    }

    record Accepted(ThreadId thread) {}

    record Declined(ThreadId thread) {}

    record Read(ThreadId thread) {}
}
