package dev.parley.server.account;

import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Removing an account for good. */
@Controller
@Needs(Right.CONNECT)
class AccountPages {

    private final Tenancy tenancy;
    private final RemoveAccount removeAccount;

    AccountPages(Tenancy tenancy, RemoveAccount removeAccount) {
        this.tenancy = tenancy;
        this.removeAccount = removeAccount;
    }

    @DeleteMapping("/accounts/{id}")
    String remove(Caller caller, @PathVariable AccountId id) {
        tenancy.run(caller.workspace(), () -> removeAccount.remove(caller, id));
        return "redirect:/";
    }
}
