package dev.parley.server.account;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;

/** The refusals with SESSION_INVALID: each says what the account is and what it would have to be. */
public final class NoSession {

    private NoSession() {}

    public static BotException withoutAccount() {
        return refused("No Instagram account is connected to this workspace.");
    }

    public static BotException notConnected(String username) {
        return refused("@" + username + " is not connected to this workspace.");
    }

    public static BotException of(Account account) {
        return refused("@" + account.username() + " has no Instagram session that works.");
    }

    private static BotException refused(String detail) {
        return new BotException(
                ErrorCode.SESSION_INVALID,
                detail,
                Refusal.inState(AccountState.DISCONNECTED.name(), AccountState.CONNECTED.name()));
    }
}
