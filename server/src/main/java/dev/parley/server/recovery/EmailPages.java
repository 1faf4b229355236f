package dev.parley.server.recovery;

import dev.parley.server.core.BotException;
import dev.parley.server.guard.From;
import dev.parley.server.identity.FreshSignIn;
import dev.parley.server.identity.Freshness;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.vault.RandomSecret;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own e-mail address, on pages. */
@Controller
@Needs(Right.SIGN_IN)
class EmailPages {

    private static final String PAGE = "/profile/email";

    private final ChangeEmail changeEmail;
    private final GuardedLinks links;
    private final Freshness freshness;

    EmailPages(ChangeEmail changeEmail, GuardedLinks links, Freshness freshness) {
        this.changeEmail = changeEmail;
        this.links = links;
        this.freshness = freshness;
    }

    @GetMapping(PAGE)
    ModelAndView form() {
        return page("", Wrong.nothing());
    }

    record Wanted(
            @BindParam("new_email")
            @NotBlank(message = "must be an address")
            @Email(message = "must be an address")
            @Size(max = EmailApi.LONGEST_EMAIL)
            @Nullable
            String newEmail,

            @BindParam("current_password") @Nullable String currentPassword) {

        @Override
        public String toString() {
            return "Wanted[]";
        }
    }

    @PostMapping(PAGE)
    @FreshSignIn
    ModelAndView change(@Valid @ModelAttribute Wanted wanted, BindingResult form) {
        var email = String.valueOf(wanted.newEmail()).strip();
        try {
            Wrong.refuse(form);
            var password = wanted.currentPassword() == null ? "" : wanted.currentPassword();
            changeEmail.want(SignedIn.current(), email, password);
            return new ModelAndView("redirect:" + PAGE);
        } catch (BotException refused) {
            return page(email, new Wrong(refused));
        }
    }

    @PostMapping(PAGE + "/verification")
    ModelAndView sendAgain() {
        changeEmail.sendAgain(SignedIn.current().person());
        return Said.page(
                "Look into your mail",
                "A link to confirm your address is on its way. It works once, within 24 hours.",
                PAGE,
                "Back to your address");
    }

    private ModelAndView page(String typed, Wrong wrong) {
        var me = SignedIn.current();
        return wrong.on(new ModelAndView("recovery/email")
                .addObject("state", changeEmail.of(me.person()))
                .addObject("fresh", freshness.isFresh(me))
                .addObject("typed", typed));
    }

    /** Opening it proves nothing yet: programs that read mail open links, too. */
    @GetMapping("/verify-email")
    @Needs(Right.NOTHING)
    ModelAndView confirm(@RequestParam(defaultValue = "") String token) {
        return confirm(token, Wrong.nothing());
    }

    @PostMapping("/verify-email")
    @Needs(Right.NOTHING)
    ModelAndView verify(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        try {
            links.opening(From.of(request), () -> changeEmail.prove(new RandomSecret(token)));
            return Said.page("Your address is confirmed", "Parley’s mail to you goes there.", "/", "Go on");
        } catch (BotException refused) {
            return confirm(token, new Wrong(refused));
        }
    }

    private static ModelAndView confirm(String token, Wrong wrong) {
        return wrong.on(new ModelAndView("recovery/verify-email").addObject("token", token));
    }
}
