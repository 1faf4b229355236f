package dev.parley.sandbox.message;

import org.jspecify.annotations.Nullable;

/**
 * How one of the two stands to their conversation.
 *
 * @param wrote whether this side has written anything
 * @param gone how many of the oldest messages this side no longer sees
 * @param readUpTo the last message that this side has read
 */
record Side(
        boolean wrote, boolean accepted, int gone, @Nullable String readUpTo) {
    static final Side NEW = new Side(false, false, 0, null);

    Side writing(String message) {
        return new Side(true, accepted, gone, message);
    }

    Side reading(String upTo) {
        return new Side(wrote, accepted, gone, upTo);
    }

    Side answering(Standing standing, int messages) {
        return switch (standing) {
            case ACCEPTED -> new Side(wrote, true, gone, readUpTo);
            case DECLINED -> new Side(false, false, messages, readUpTo);
        };
    }
}
