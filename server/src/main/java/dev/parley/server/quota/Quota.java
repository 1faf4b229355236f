package dev.parley.server.quota;

import static java.util.stream.Collectors.toMap;

import dev.parley.server.account.Account;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What an account may still do. Counts by the database's clock, in the caller's transaction, in the bound workspace. */
@Component
public class Quota {

    private final QuotaLedger ledger;
    private final Allowances allowances;

    Quota(QuotaLedger ledger, Allowances allowances) {
        this.ledger = ledger;
        this.allowances = allowances;
    }

    /**
     * Counts one action if both its hour and its day have room: asked in the next round trip. Other consumers of the account wait until
     * the transaction ends.
     */
    public Supplier<Consumed> consuming(AccountId account, UserId user, String action) {
        return ledger.consuming(account, user, action);
    }

    /** Takes back what was counted at that time: only for an action of which it is proven that Instagram never saw it. */
    public void giveBack(AccountId account, String action, Instant consumedAt) {
        ledger.giveBack(account, action, consumedAt);
    }

    public Allowance left(AccountId account, UserId user) {
        return allowances.of(List.of(account), List.of(user)).getFirst();
    }

    /** Of one action, for looking ahead. */
    public Outlook outlook(AccountId account, UserId user, String action) {
        return new Outlook(allowances.of(account, user, action), ledger.uses(account, action));
    }

    public Map<AccountId, Allowance> left(List<Account> accounts) {
        var ids = accounts.stream().map(Account::id).toList();
        var left = allowances.of(ids, accounts.stream().map(Account::user).toList());
        return IntStream.range(0, ids.size()).boxed().collect(toMap(ids::get, left::get));
    }

    /** What an account may do that has done nothing yet. */
    Allowance untouched(UserId user) {
        return allowances.of(Collections.singletonList(null), List.of(user)).getFirst();
    }
}
