package dev.parley.server.factor;

import dev.parley.server.core.BotException;
import dev.parley.server.identity.FreshSignIn;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own passkeys, on the page of one's factors. */
@Controller
@RequestMapping("/profile/factors/passkeys")
@Needs(Right.SIGN_IN)
class PasskeyPages {

    private static final String PAGE = "/profile/factors";

    private final SetUpPasskeys passkeys;
    private final FactorPages factors;

    PasskeyPages(SetUpPasskeys passkeys, FactorPages factors) {
        this.passkeys = passkeys;
        this.factors = factors;
    }

    /** @param response what the browser's authenticator said */
    @PostMapping
    @FreshSignIn(page = PAGE)
    ModelAndView add(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String response) {
        return step(() -> {
            var codes =
                    passkeys.add(SignedIn.current().person(), name, response).recoveryCodes();
            return codes.isEmpty() ? new ModelAndView("redirect:" + PAGE) : FactorPages.codes(codes);
        });
    }

    @PostMapping("/{id}")
    ModelAndView rename(@PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
        return step(() -> {
            passkeys.rename(SignedIn.current().person(), id, name);
            return new ModelAndView("redirect:" + PAGE);
        });
    }

    @DeleteMapping("/{id}")
    @FreshSignIn(page = PAGE)
    ModelAndView remove(@PathVariable UUID id) {
        return step(() -> {
            passkeys.remove(SignedIn.current().person(), id);
            return new ModelAndView("redirect:" + PAGE);
        });
    }

    private ModelAndView step(Supplier<ModelAndView> step) {
        try {
            return step.get();
        } catch (BotException refused) {
            return factors.page(new Wrong(refused));
        }
    }
}
