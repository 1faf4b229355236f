package dev.parley.server.alerts;

import dev.parley.server.core.BotException;
import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import dev.parley.server.workspace.ListMembers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Saying of what whom to tell. */
@Controller
@RequestMapping(RulePages.PAGE)
@Needs(value = Right.RUN, acrossAccounts = true)
class RulePages {

    static final String PAGE = AlertPages.PAGE + "/rules";

    private static final String BACK = "redirect:" + AlertPages.PAGE;

    private final Tenancy tenancy;
    private final Rules rules;
    private final Webhooks webhooks;
    private final ListMembers members;
    private final KeepRules keep;

    RulePages(Tenancy tenancy, Rules rules, Webhooks webhooks, ListMembers members, KeepRules keep) {
        this.tenancy = tenancy;
        this.rules = rules;
        this.webhooks = webhooks;
        this.members = members;
        this.keep = keep;
    }

    /** The form as it was sent. */
    record Typed(
            @Nullable String name,
            @Nullable List<AlertEvent> events,
            @Nullable Boolean mailOwners,
            @Nullable List<UserId> mailTo,
            @Nullable List<WebhookId> webhooks,
            @Nullable Boolean enabled) {

        RuleWish wish() {
            return new RuleWish(
                    name == null ? "" : name,
                    events == null ? List.of() : events,
                    Boolean.TRUE.equals(mailOwners),
                    mailTo == null ? List.of() : mailTo,
                    webhooks == null ? List.of() : webhooks,
                    Boolean.TRUE.equals(enabled));
        }
    }

    @GetMapping("/new")
    ModelAndView fresh(Caller caller) {
        return form(caller, null, RuleWish.NEW, Wrong.nothing());
    }

    @PostMapping
    ModelAndView add(Caller caller, Typed typed) {
        try {
            keep.add(caller, typed.wish());
            return new ModelAndView(BACK);
        } catch (BotException refused) {
            return form(caller, null, typed.wish(), new Wrong(refused));
        }
    }

    @GetMapping("/{id}")
    ModelAndView one(Caller caller, @PathVariable RuleId id) {
        var rule = tenancy.in(caller.workspace(), () -> rules.get(id));
        return form(caller, id, RuleWish.of(rule), Wrong.nothing());
    }

    @PostMapping("/{id}")
    ModelAndView change(Caller caller, @PathVariable RuleId id, Typed typed) {
        tenancy.in(caller.workspace(), () -> rules.get(id));
        try {
            keep.change(caller, id, typed.wish());
            return new ModelAndView(BACK);
        } catch (BotException refused) {
            return form(caller, id, typed.wish(), new Wrong(refused));
        }
    }

    @DeleteMapping("/{id}")
    String remove(Caller caller, @PathVariable RuleId id) {
        keep.remove(caller, id);
        return BACK;
    }

    private ModelAndView form(Caller caller, @Nullable RuleId id, RuleWish wish, Wrong wrong) {
        return tenancy.in(
                caller.workspace(),
                () -> wrong.on(new ModelAndView("alerts/rule")
                        .addObject("id", id == null ? null : id.toString())
                        .addObject("wish", wish)
                        .addObject("members", members.of(caller.workspace()))
                        .addObject("webhooks", webhooks.all())));
    }
}
