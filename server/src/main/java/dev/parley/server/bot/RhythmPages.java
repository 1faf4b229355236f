package dev.parley.server.bot;

import dev.parley.server.account.Accounts;
import dev.parley.server.account.Rhythms;
import dev.parley.server.account.TimeZones;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** When and how fast an account works its jobs. */
@Controller
@RequestMapping("/accounts/{id}/working-hours")
@Needs(Right.CONNECT)
class RhythmPages {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Rhythms rhythms;

    RhythmPages(Tenancy tenancy, Accounts accounts, Rhythms rhythms) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.rhythms = rhythms;
    }

    @GetMapping
    ModelAndView form(Caller caller, @PathVariable AccountId id) {
        var now =
                tenancy.in(caller.workspace(), () -> rhythms.of(accounts.get(id).id()));
        return form(caller, id, TypedRhythm.of(now), Wrong.nothing());
    }

    @PostMapping
    ModelAndView change(Caller caller, @PathVariable AccountId id, @RequestParam Map<String, String> fields) {
        var typed = new TypedRhythm(fields);
        try {
            var rhythm = typed.parse();
            tenancy.run(caller.workspace(), () -> rhythms.change(caller, accounts.get(id), rhythm));
            return new ModelAndView("redirect:/accounts/" + id + "#rhythm");
        } catch (BotException refused) {
            return form(caller, id, typed, new Wrong(refused));
        }
    }

    private ModelAndView form(Caller caller, AccountId id, TypedRhythm typed, Wrong wrong) {
        var account = tenancy.in(caller.workspace(), () -> accounts.get(id));
        return wrong.on(new ModelAndView("bot/working-hours")
                .addObject("account", account)
                .addObject("typed", typed)
                .addObject("zones", TimeZones.ofPlaces()));
    }
}
