package dev.parley.server.message;

import dev.parley.instagram.MessageId;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.ThreadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a message that has arrived, as far as the driver could tell.
 *
 * @param text what it says; empty for a picture
 */
record Delivered(
        @Nullable MessageId message,
        @Nullable ThreadId thread,
        @Nullable PersonId person,
        @Nullable Instant at,
        String text) {}
