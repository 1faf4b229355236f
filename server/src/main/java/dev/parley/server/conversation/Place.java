package dev.parley.server.conversation;

import dev.parley.instagram.MessageId;
import dev.parley.instagram.ThreadId;
import dev.parley.server.core.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation is.
 *
 * @param people in it besides the account
 * @param direct whether it is the one with one person
 * @param lastHeard the newest message of the others; null where they have said nothing
 */
record Place(
        AccountId account,
        ThreadId thread,
        List<String> people,
        boolean direct,
        @Nullable MessageId lastHeard) {

    Place {
        people = List.copyOf(people);
    }

    /** With whom; the first of several, and empty where nobody is left. */
    String person() {
        return people.isEmpty() ? "" : people.getFirst();
    }
}
