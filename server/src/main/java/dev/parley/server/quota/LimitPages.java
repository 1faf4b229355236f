package dev.parley.server.quota;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an account may do, how much of it is left, and why not more. */
@Controller
@RequestMapping("/accounts/{id}")
class LimitPages {

    private final LimitAccounts limits;

    LimitPages(LimitAccounts limits) {
        this.limits = limits;
    }

    @GetMapping("/limits")
    @Needs(Right.READ)
    ModelAndView show(Caller caller, @PathVariable AccountId id) {
        var shown = limits.page(caller, id);
        return page(shown, TypedLimits.of(shown.own()), Wrong.nothing());
    }

    @PostMapping("/limits")
    @Needs(Right.ADJUST)
    ModelAndView set(Caller caller, @PathVariable AccountId id, @RequestParam Map<String, String> form) {
        var typed = new TypedLimits(form);
        try {
            limits.set(caller, id, typed.parse(limits.actions(), false));
            return new ModelAndView("redirect:/accounts/" + id + "/limits");
        } catch (BotException refused) {
            return page(limits.page(caller, id), typed, new Wrong(refused));
        }
    }

    private static ModelAndView page(AccountLimits shown, TypedLimits typed, Wrong wrong) {
        return wrong.on(
                new ModelAndView("quota/account").addObject("shown", shown).addObject("typed", typed));
    }

    /** Its owner says that it has been used for long. */
    @PostMapping("/warm-up-waiver")
    @Needs(Right.GOVERN)
    String waive(Caller caller, @PathVariable AccountId id) {
        limits.warmUp(caller, id, true);
        return "redirect:/accounts/" + id + "/limits";
    }

    @DeleteMapping("/warm-up-waiver")
    @Needs(Right.GOVERN)
    String warmUp(Caller caller, @PathVariable AccountId id) {
        limits.warmUp(caller, id, false);
        return "redirect:/accounts/" + id + "/limits";
    }
}
