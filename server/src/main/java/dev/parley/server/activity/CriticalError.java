package dev.parley.server.activity;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import org.jspecify.annotations.Nullable;

/** An error of the severest kind was written down in the bound workspace; published in the transaction of that. */
public record CriticalError(
        ErrorCode code,
        @Nullable AccountId account,
        @Nullable String accountName) {}
