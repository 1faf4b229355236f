package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.guard.From;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page after the password, for people with a second factor. */
@Controller
@RequestMapping(Entrance.SECOND_STEP)
@Needs(Right.NOTHING)
class SecondStepPages {

    private static final String BEGIN_AGAIN = "redirect:/login";

    private final SignIns signIns;
    private final SecondFactors secondFactors;
    private final Entrance entrance;

    SecondStepPages(SignIns signIns, SecondFactors secondFactors, Entrance entrance) {
        this.signIns = signIns;
        this.secondFactors = secondFactors;
        this.entrance = entrance;
    }

    @GetMapping
    ModelAndView form(@RequestParam(defaultValue = "/") String next, HttpServletRequest request) {
        return entrance.waiting(request)
                .map(user -> page(secondFactors.of(user), next, Wrong.nothing()))
                .orElseGet(() -> new ModelAndView(BEGIN_AGAIN));
    }

    @PostMapping
    ModelAndView answer(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var user = entrance.waiting(request);
        if (user.isEmpty()) {
            return new ModelAndView(BEGIN_AGAIN);
        }
        try {
            var person = signIns.byCode(user.get(), code, From.of(request));
            return entrance.endSecondStep(person, next, request, response);
        } catch (BotException refused) {
            return page(secondFactors.of(user.get()), next, new Wrong(refused));
        }
    }

    private static ModelAndView page(Set<FactorMethod> methods, String next, Wrong wrong) {
        return wrong.on(new ModelAndView("identity/second-step"))
                .addObject("methods", methods)
                .addObject("next", SignInPages.local(next));
    }
}
