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

/** Asks whoever is signed in who they are, and goes on where they were. */
@Controller
@RequestMapping(ProvePages.PAGE)
@Needs(Right.SIGN_IN)
class ProvePages {

    static final String PAGE = "/profile/prove";

    private final ProveAgain prove;
    private final SecondFactors secondFactors;

    ProvePages(ProveAgain prove, SecondFactors secondFactors) {
        this.prove = prove;
        this.secondFactors = secondFactors;
    }

    @GetMapping
    ModelAndView form(@RequestParam(defaultValue = "/") String next) {
        return page(next, Wrong.nothing());
    }

    @PostMapping
    ModelAndView prove(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String next) {
        try {
            if (code.isBlank()) {
                prove.byPassword(SignedIn.current(), password);
            } else {
                prove.byCode(SignedIn.current(), code);
            }
            return new ModelAndView("redirect:" + SignInPages.local(next));
        } catch (BotException refused) {
            return page(next, new Wrong(refused));
        }
    }

    private ModelAndView page(String next, Wrong wrong) {
        var methods = secondFactors.of(SignedIn.current().person().id());
        return wrong.on(new ModelAndView("identity/prove"))
                .addObject("methods", methods)
                .addObject("next", SignInPages.local(next));
    }
}
