package dev.parley.server.quota;

import dev.parley.server.account.Accounts;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the caller's account may do, and how much of it is left. */
@RestController
@Needs(Right.READ)
class LimitsApi {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Quota quota;

    LimitsApi(Tenancy tenancy, Accounts accounts, Quota quota) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.quota = quota;
    }

    /** With no account yet, what a first one may do. */
    @GetMapping("/api/bot/limits")
    Allowance limits(
            Caller caller, @RequestParam(name = "account_id", required = false) @Nullable AccountId accountId) {
        return tenancy.in(
                caller.workspace(),
                () -> accounts.pick(accountId)
                        .map(account -> quota.left(account.id(), account.user()))
                        .orElseGet(() -> quota.untouched(caller.user())));
    }
}
