package dev.parley.server.connection;

import dev.parley.server.account.Accounts;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Testing an account's session, and ending it. */
@Controller
@RequestMapping("/accounts/{id}")
@Needs(Right.CONNECT)
class SessionPages {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Connections connections;

    SessionPages(Tenancy tenancy, Accounts accounts, Connections connections) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.connections = connections;
    }

    @PostMapping("/session-checks")
    @Needs(Right.RUN)
    String test(Caller caller, @PathVariable AccountId id) {
        connections.test(caller, id);
        return "redirect:/#account-" + id;
    }

    /** Asks before anything is ended. */
    @GetMapping("/disconnection")
    ModelAndView confirm(Caller caller, @PathVariable AccountId id) {
        var account = tenancy.in(caller.workspace(), () -> accounts.get(id));
        return new ModelAndView("connection/disconnection").addObject("account", account);
    }

    @DeleteMapping("/session")
    String logOut(Caller caller, @PathVariable AccountId id) {
        connections.logOut(caller, id);
        return "redirect:/#account-" + id;
    }
}
