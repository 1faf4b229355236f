package dev.parley.sandbox.message;

/** What came of asking to send a message. */
public sealed interface Delivery {

    /** It is there, now or already since an earlier request with the same token; or a fault stopped it and it only looks so. */
    record Accepted(Message message) implements Delivery {}

    /** The recipient takes no messages from this sender. */
    record Refused() implements Delivery {}
}
