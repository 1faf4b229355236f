package dev.parley.server.automation;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import org.jspecify.annotations.Nullable;

/** A job has ended by itself. Published inside the transaction that ends it. */
public record JobEnded(
        JobId job,
        AccountId account,
        String username,
        boolean failed,
        @Nullable ErrorCode code) {}
