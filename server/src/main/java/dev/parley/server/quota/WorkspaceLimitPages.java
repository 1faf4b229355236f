package dev.parley.server.quota;

import dev.parley.server.core.BotException;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a workspace limits each of its accounts to, on a page. */
@Controller
@RequestMapping("/workspaces/{workspace}/limits")
class WorkspaceLimitPages {

    private final Tenancy tenancy;
    private final Limits limits;
    private final ChangeLimits changeLimits;

    WorkspaceLimitPages(Tenancy tenancy, Limits limits, ChangeLimits changeLimits) {
        this.tenancy = tenancy;
        this.limits = limits;
        this.changeLimits = changeLimits;
    }

    @GetMapping
    @Needs(Right.READ)
    ModelAndView show(Caller caller) {
        return tenancy.in(
                caller.workspace(),
                () -> page(
                        caller, TypedLimits.of(limits.of(new Whose.AllAccounts(caller.workspace()))), Wrong.nothing()));
    }

    @PostMapping
    @Needs(value = Right.ADJUST, acrossAccounts = true)
    ModelAndView set(Caller caller, @RequestParam Map<String, String> form) {
        var typed = new TypedLimits(form);
        return tenancy.in(caller.workspace(), () -> {
            try {
                changeLimits.set(new Whose.AllAccounts(caller.workspace()), typed.parse(changeLimits.known(), false));
                return new ModelAndView("redirect:/workspaces/" + caller.workspace() + "/limits");
            } catch (BotException refused) {
                return page(caller, typed, new Wrong(refused));
            }
        });
    }

    private ModelAndView page(Caller caller, TypedLimits typed, Wrong wrong) {
        return wrong.on(new ModelAndView("quota/workspace")
                .addObject("base", "/workspaces/" + caller.workspace())
                .addObject("inForce", limits.inForceInWorkspace())
                .addObject("typed", typed));
    }
}
