package dev.parley.server.factor;

import dev.parley.server.core.BotException;
import dev.parley.server.guard.Warnings;
import dev.parley.server.identity.FactorPolicy;
import dev.parley.server.identity.FreshSignIn;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own second factors, on pages. */
@Controller
@RequestMapping("/profile/factors")
@Needs(Right.SIGN_IN)
class FactorPages {

    private static final String PAGE = "/profile/factors";
    private static final String HERE = "redirect:" + PAGE;

    private final SetUpFactors factors;
    private final ReadFactors reader;
    private final Warnings warnings;
    private final FactorPolicy policy;

    FactorPages(SetUpFactors factors, ReadFactors reader, Warnings warnings, FactorPolicy policy) {
        this.factors = factors;
        this.reader = reader;
        this.warnings = warnings;
        this.policy = policy;
    }

    @GetMapping
    ModelAndView show() {
        return page(Wrong.nothing());
    }

    ModelAndView page(Wrong wrong) {
        var me = SignedIn.current().person();
        return wrong.on(new ModelAndView("factor/factors")
                .addObject("factors", reader.of(me.id()))
                .addObject("warnings", warnings.of(me.id()))
                .addObject("due", policy.isDue(me)));
    }

    @PostMapping("/totp")
    @FreshSignIn(page = PAGE)
    ModelAndView begin() {
        try {
            factors.begin(SignedIn.current().person());
            return new ModelAndView(HERE + "/totp");
        } catch (BotException refused) {
            return page(new Wrong(refused));
        }
    }

    @GetMapping("/totp")
    @FreshSignIn
    ModelAndView begun() {
        return begun(Wrong.nothing());
    }

    private ModelAndView begun(Wrong wrong) {
        try {
            var begun = factors.begun(SignedIn.current().person());
            return wrong.on(new ModelAndView("factor/authenticator")
                    .addObject("secret", begun.secret())
                    .addObject("uri", begun.uri())
                    .addObject("qrCode", begun.qrCode()));
        } catch (BotException nothingBegun) {
            return new ModelAndView(HERE);
        }
    }

    @PostMapping("/totp/confirm")
    @FreshSignIn(page = PAGE)
    ModelAndView confirm(@RequestParam(defaultValue = "") String code) {
        try {
            var codes = factors.confirm(SignedIn.current().person(), code);
            return codes.isEmpty() ? new ModelAndView(HERE) : codes(codes);
        } catch (BotException refused) {
            return begun(new Wrong(refused));
        }
    }

    @DeleteMapping("/totp")
    @FreshSignIn(page = PAGE)
    ModelAndView switchOff(@RequestParam(name = "current_password", defaultValue = "") String password) {
        try {
            factors.switchOff(SignedIn.current(), password);
            return new ModelAndView(HERE);
        } catch (BotException refused) {
            return page(new Wrong(refused));
        }
    }

    @PostMapping("/recovery-codes")
    @FreshSignIn(page = PAGE)
    ModelAndView renew() {
        try {
            return codes(factors.renewCodes(SignedIn.current().person()));
        } catch (BotException refused) {
            return page(new Wrong(refused));
        }
    }

    @DeleteMapping("/warnings")
    ModelAndView seen() {
        warnings.seen(SignedIn.current().person().id());
        return new ModelAndView(HERE);
    }

    static ModelAndView codes(List<String> codes) {
        return new ModelAndView("factor/recovery-codes").addObject("codes", codes);
    }
}
