package dev.parley.server.connection;

import dev.parley.server.account.Account;
import dev.parley.server.account.AccountHealth;
import dev.parley.server.bot.RhythmView;

/** All that the page of an account shows of its session. */
public record AccountSession(Account account, AccountHealth health, DriverChoice driver, RhythmView rhythm) {

    /** Whether Parley could sign in by itself, now that the session does not work. */
    public boolean canSignInAgain() {
        return health.keepsPassword() && !health.sessionValid();
    }
}
