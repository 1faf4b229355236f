package dev.parley.server.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that was taken to be sent.
 *
 * @param underWay the action that sends it now; null where it was refused, has ended, or is for later
 */
public record Taken(MessageId id, @Nullable UUID underWay) {

    static Taken of(Message message) {
        return new Taken(message.id(), message.waits() && message.times().sendAt() == null ? message.action() : null);
    }
}
