package dev.parley.server.message;

import dev.parley.instagram.MessageId;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.ThreadId;
import dev.parley.server.core.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message is known to have arrived. Published inside the transaction, bound to the workspace, that stores it. */
public record MessageSent(
        AccountId account,
        String recipient,
        @Nullable PersonId person,
        @Nullable ThreadId thread,
        @Nullable MessageId message,
        String text,
        Instant at) {}
