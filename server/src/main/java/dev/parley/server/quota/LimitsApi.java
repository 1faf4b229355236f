package dev.parley.server.quota;

import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the caller's account may do, whose limits these are, and how much of them is left. */
@RestController
@RequestMapping("/api/bot/limits")
@Needs(Right.READ)
class LimitsApi {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Quota quota;
    private final Limits limits;
    private final ChangeLimits changeLimits;

    LimitsApi(Tenancy tenancy, Accounts accounts, Quota quota, Limits limits, ChangeLimits changeLimits) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.quota = quota;
        this.limits = limits;
        this.changeLimits = changeLimits;
    }

    /** With no account yet, what a first one may do. */
    @GetMapping
    AccountLimitsView get(
            Caller caller, @RequestParam(name = "account_id", required = false) @Nullable AccountId accountId) {
        return tenancy.in(
                caller.workspace(),
                () -> accounts.pick(accountId)
                        .map(this::view)
                        .orElseGet(() -> AccountLimitsView.of(quota.untouched(caller.user()), List.of())));
    }

    private AccountLimitsView view(Account account) {
        return AccountLimitsView.of(quota.left(account.id(), account.user()), limits.of(new Whose.OneAccount(account)));
    }

    /** Sets the account's own; the lowest of all limits is in force. */
    @PutMapping
    @Needs(Right.ADJUST)
    AccountLimitsView set(
            Caller caller,
            @RequestParam(name = "account_id", required = false) @Nullable AccountId accountId,
            @Valid @RequestBody WantedLimits.OfAccount wanted) {
        return tenancy.in(caller.workspace(), () -> {
            var account = accounts.pick(wanted.accountId() == null ? accountId : wanted.accountId())
                    .orElseThrow(() -> new BotException(
                            ErrorCode.ACCOUNT_NOT_FOUND, "There is no Instagram account yet to set limits for."));
            changeLimits.set(new Whose.OneAccount(account), WantedLimits.of(wanted.limits()));
            return view(account);
        });
    }
}
