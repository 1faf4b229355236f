package dev.parley.server.message;

import dev.parley.instagram.PersonId;
import dev.parley.instagram.ThreadId;
import org.jspecify.annotations.Nullable;

/**
 * To whom a message goes.
 *
 * @param username in lower case, without @
 * @param id null as long as the sender's account has never met them
 * @param thread the conversation that it goes to; null where that is not known
 */
public record Recipient(
        String username, @Nullable PersonId id, @Nullable ThreadId thread) {

    public static Recipient named(String username) {
        return new Recipient(username, null, null);
    }
}
