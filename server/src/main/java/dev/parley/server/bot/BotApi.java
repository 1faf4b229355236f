package dev.parley.server.bot;

import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.account.NoSession;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Starts and stops an account's bot, and tells how it is doing. */
@RestController
@RequestMapping("/api/bot")
@Needs(Right.RUN)
class BotApi {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Bots bots;
    private final ReadStatus status;

    BotApi(Tenancy tenancy, Accounts accounts, Bots bots, ReadStatus status) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.bots = bots;
        this.status = status;
    }

    @PostMapping("/start")
    BotStatus start(Caller caller, @RequestBody(required = false) @Nullable Which which) {
        return tenancy.in(caller.workspace(), () -> {
            var account = account(which == null ? null : which.accountId());
            bots.start(caller, account);
            return status.of(account);
        });
    }

    @PostMapping("/stop")
    BotStatus stop(Caller caller, @RequestBody(required = false) @Nullable Which which) {
        return tenancy.in(caller.workspace(), () -> {
            var account = account(which == null ? null : which.accountId());
            bots.stop(caller, account);
            return status.of(account);
        });
    }

    @GetMapping("/status")
    @Needs(Right.READ)
    BotStatus status(
            Caller caller, @RequestParam(name = "account_id", required = false) @Nullable AccountId accountId) {
        return tenancy.in(caller.workspace(), () -> status.of(account(accountId)));
    }

    private Account account(@Nullable AccountId named) {
        return accounts.pick(named).orElseThrow(NoSession::withoutAccount);
    }

    /** Which account is meant; may be left out where there is only one. */
    record Which(@Nullable AccountId accountId) {}
}
