package dev.parley.server.account;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * An account that was at work is not any more, or less so, without a person having asked for it. Published inside the transaction, bound
 * to the workspace, that stores the state.
 *
 * @param state how it is now
 */
public record AccountTroubled(
        AccountId account,
        String username,
        AccountState state,
        @Nullable ErrorCode code) {}
