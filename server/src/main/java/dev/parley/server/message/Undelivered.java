package dev.parley.server.message;

import dev.parley.instagram.ThreadId;
import dev.parley.server.core.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which messages that have not arrived in a conversation: they wait, have failed, or nobody can tell.
 *
 * @param people in the conversation
 * @param direct whether it is the one with one person, so that what was sent to them by name belongs into it
 * @param before older than this one; null for the newest
 */
public record Undelivered(
        AccountId account,
        ThreadId thread,
        List<String> people,
        boolean direct,
        @Nullable Place before) {

    public Undelivered {
        people = List.copyOf(people);
    }

    /** Where a message stands in time: at the time at which it is to be sent, or else was asked for. */
    public record Place(Instant at, UUID id) {}
}
