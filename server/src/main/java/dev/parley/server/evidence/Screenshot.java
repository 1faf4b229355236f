package dev.parley.server.evidence;

import dev.parley.server.core.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the browser saw, without picture and source themselves.
 *
 * @param actionId the action that was under way
 * @param call its name in the contract
 * @param refusal how the call ended; null where the picture was asked for
 * @param path where the page was
 * @param bytes of the picture; 0 where none could be taken
 */
public record Screenshot(
        UUID id,
        AccountId accountId,
        @Nullable UUID actionId,
        @Nullable String correlationId,
        String call,
        @Nullable String refusal,
        String path,
        int bytes,
        Instant takenAt) {}
