package dev.parley.sandbox.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What really became of one message, after de-duplication by its token.
 *
 * @param sender username
 * @param recipient username
 * @param idempotencyToken null if its sender gave none: then each request is a message of its own
 * @param asked requests that reached the sandbox with a valid session, failed and refused ones included
 * @param timesReceived how often the recipient got it: 0 or 1
 * @param at when it arrived, or was first asked for if it never did
 */
public record MessageTruth(
        String id,
        String sender,
        String recipient,
        String text,
        @Nullable String idempotencyToken,
        int asked,
        int timesReceived,
        Instant at) {}
