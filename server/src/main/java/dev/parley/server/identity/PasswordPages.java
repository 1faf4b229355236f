package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own password, on a page. */
@Controller
@Needs(Right.SIGN_IN)
class PasswordPages {

    private final ChangePassword changePassword;

    PasswordPages(ChangePassword changePassword) {
        this.changePassword = changePassword;
    }

    @GetMapping(PendingChange.PAGE)
    ModelAndView form() {
        return page(Wrong.nothing());
    }

    @PostMapping(PendingChange.PAGE)
    ModelAndView change(
            @RequestParam(name = "current_password", defaultValue = "") String current,
            @RequestParam(name = "new_password", defaultValue = "") String wanted,
            @RequestParam(name = "repeated_password", defaultValue = "") String repeated) {
        try {
            PasswordRules.refuseUnlessRepeated(wanted, repeated);
            changePassword.change(SignedIn.current(), current, wanted);
            return new ModelAndView("redirect:/");
        } catch (BotException refused) {
            return page(new Wrong(refused));
        }
    }

    private static ModelAndView page(Wrong wrong) {
        var due = SignedIn.current().person().mustChangePassword();
        return wrong.on(new ModelAndView("identity/change-password").addObject("due", due));
    }
}
