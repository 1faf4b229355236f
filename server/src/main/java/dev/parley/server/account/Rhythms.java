package dev.parley.server.account;

import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import java.util.Collection;
import java.util.Map;

/** The rhythms of accounts, which their bots keep. Everything here joins the caller's transaction. */
public interface Rhythms {

    Rhythm of(AccountId account);

    /** Of those that have a bot. */
    Map<AccountId, Rhythm> of(Collection<AccountId> accounts);

    /** Acts at once. */
    void change(Caller caller, Account account, Rhythm rhythm);
}
