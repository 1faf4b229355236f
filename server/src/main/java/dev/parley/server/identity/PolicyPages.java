package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The same on a page. */
@Controller
@RequestMapping(PolicyPages.PAGE)
@Needs(Right.ADMINISTER)
class PolicyPages {

    static final String PAGE = "/admin/policies";

    private final FactorPolicy policy;

    PolicyPages(FactorPolicy policy) {
        this.policy = policy;
    }

    @GetMapping
    ModelAndView show() {
        return page(Wrong.nothing());
    }

    @PostMapping
    @FreshSignIn(page = PAGE)
    ModelAndView set(@RequestParam(name = "admins_need_second_factor", defaultValue = "false") boolean need) {
        try {
            policy.change(SignedIn.current().person(), need);
            return new ModelAndView("redirect:" + PAGE);
        } catch (BotException refused) {
            return page(new Wrong(refused));
        }
    }

    private ModelAndView page(Wrong wrong) {
        return wrong.on(new ModelAndView("identity/policies")
                .addObject("needed", policy.adminsNeedFactor())
                .addObject("forced", policy.isForced()));
    }
}
