package dev.parley.server.connection;

import dev.parley.server.account.Accounts;
import dev.parley.server.account.ChangeKeeping;
import dev.parley.server.account.Health;
import dev.parley.server.bot.ReadRhythm;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How an account's session stands: testing it, beginning it anew, and ending it. */
@Controller
@RequestMapping("/accounts/{id}")
@Needs(Right.CONNECT)
class SessionPages {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Health health;
    private final DriverChoices drivers;
    private final ChangeKeeping changeKeeping;
    private final Connections connections;
    private final ConnectedAccounts connected;
    private final ReadRhythm rhythms;

    SessionPages(
            Tenancy tenancy,
            Accounts accounts,
            Health health,
            DriverChoices drivers,
            ChangeKeeping changeKeeping,
            Connections connections,
            ConnectedAccounts connected,
            ReadRhythm rhythms) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.health = health;
        this.drivers = drivers;
        this.changeKeeping = changeKeeping;
        this.connections = connections;
        this.connected = connected;
        this.rhythms = rhythms;
    }

    @GetMapping
    @Needs(Right.READ)
    ModelAndView show(Caller caller, @PathVariable AccountId id) {
        return page(caller, id, Wrong.nothing());
    }

    private ModelAndView page(Caller caller, AccountId id, Wrong wrong) {
        var session = tenancy.in(caller.workspace(), () -> {
            var account = accounts.get(id);
            return new AccountSession(account, health.of(id), drivers.of(account.driver()), rhythms.view(account));
        });
        return wrong.on(new ModelAndView("connection/session").addObject("session", session));
    }

    @PostMapping("/session-checks")
    @Needs(Right.RUN)
    String test(Caller caller, @PathVariable AccountId id, @RequestParam(defaultValue = "false") boolean fromItsPage) {
        connected.test(caller, id);
        return fromItsPage ? "redirect:/accounts/" + id : "redirect:/#account-" + id;
    }

    /** Begins a session with the password that is kept. */
    @PostMapping("/session")
    ModelAndView signInAgain(Caller caller, @PathVariable AccountId id) {
        return shown(caller, id, () -> connections.signInAgain(caller, connected.account(caller, id)));
    }

    @PostMapping("/kept-password")
    ModelAndView keep(Caller caller, @PathVariable AccountId id, @RequestParam(defaultValue = "") String password) {
        return shown(caller, id, () -> changeKeeping.keep(caller, id, password));
    }

    @DeleteMapping("/kept-password")
    ModelAndView forget(Caller caller, @PathVariable AccountId id) {
        return shown(caller, id, () -> changeKeeping.forget(caller, id));
    }

    private ModelAndView shown(Caller caller, AccountId id, Runnable change) {
        try {
            change.run();
            return new ModelAndView("redirect:/accounts/" + id);
        } catch (BotException refused) {
            return page(caller, id, new Wrong(refused));
        }
    }

    /** Asks before anything is ended. */
    @GetMapping("/disconnection")
    ModelAndView confirm(Caller caller, @PathVariable AccountId id) {
        var account = tenancy.in(caller.workspace(), () -> accounts.get(id));
        return new ModelAndView("connection/disconnection").addObject("account", account);
    }

    @DeleteMapping("/session")
    String logOut(Caller caller, @PathVariable AccountId id) {
        connected.logOut(caller, id);
        return "redirect:/#account-" + id;
    }
}
