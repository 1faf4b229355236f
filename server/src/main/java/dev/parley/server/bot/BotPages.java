package dev.parley.server.bot;

import dev.parley.server.account.Accounts;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The switch of an account's bot. */
@Controller
@RequestMapping("/accounts/{id}/activation")
@Needs(Right.RUN)
class BotPages {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Bots bots;

    BotPages(Tenancy tenancy, Accounts accounts, Bots bots) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.bots = bots;
    }

    @PostMapping
    String start(Caller caller, @PathVariable AccountId id) {
        tenancy.run(caller.workspace(), () -> bots.start(caller, accounts.get(id)));
        return "redirect:/#account-" + id;
    }

    @DeleteMapping
    String stop(Caller caller, @PathVariable AccountId id) {
        tenancy.run(caller.workspace(), () -> bots.stop(caller, accounts.get(id)));
        return "redirect:/#account-" + id;
    }
}
