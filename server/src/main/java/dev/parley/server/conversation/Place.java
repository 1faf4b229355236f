package dev.parley.server.conversation;

import dev.parley.instagram.MessageId;
import dev.parley.instagram.ThreadId;
import dev.parley.server.core.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation is.
 *
 * @param person with whom; the first of several
 * @param lastHeard the newest message of the others; null where they have said nothing
 */
record Place(
        AccountId account,
        ThreadId thread,
        String person,
        @Nullable MessageId lastHeard) {}
