package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
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
        return page(SignedIn.current(), null, HttpServletResponse.SC_OK);
    }

    @PostMapping(PendingChange.PAGE)
    ModelAndView change(
            @RequestParam(name = "current_password", defaultValue = "") String current,
            @RequestParam(name = "new_password", defaultValue = "") String wanted,
            @RequestParam(name = "repeated_password", defaultValue = "") String repeated) {
        var me = SignedIn.current();
        if (!wanted.equals(repeated)) {
            return page(me, "The new password and its repetition differ.", HttpServletResponse.SC_BAD_REQUEST);
        }
        try {
            changePassword.change(me, current, wanted);
            return new ModelAndView("redirect:/");
        } catch (BotException refused) {
            return page(me, refused.getMessage(), refused.code().status());
        }
    }

    private static ModelAndView page(SignedIn me, @Nullable String refused, int status) {
        var page = new ModelAndView("identity/change-password");
        page.addObject("due", me.person().mustChangePassword());
        page.addObject("refused", refused);
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }
}
