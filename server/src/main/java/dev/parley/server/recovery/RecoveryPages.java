package dev.parley.server.recovery;

import dev.parley.server.core.BotException;
import dev.parley.server.guard.From;
import dev.parley.server.identity.PasswordRules;
import dev.parley.server.mail.Outbox;
import dev.parley.server.vault.RandomSecret;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Forgotten passwords, on pages. */
@Controller
@Needs(Right.NOTHING)
class RecoveryPages {

    private static final int LONGEST_EMAIL = 254;

    private final RecoverPassword recover;
    private final GuardedLinks links;
    private final Outbox outbox;

    RecoveryPages(RecoverPassword recover, GuardedLinks links, Outbox outbox) {
        this.recover = recover;
        this.links = links;
        this.outbox = outbox;
    }

    @GetMapping("/forgot-password")
    ModelAndView form() {
        return forgot("", Wrong.nothing());
    }

    @PostMapping("/forgot-password")
    ModelAndView ask(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
        if (email.isBlank() || email.length() > LONGEST_EMAIL) {
            return forgot(email, Wrong.field("email", "must be the address of your account"));
        }
        if (links.mayAsk(From.of(request))) {
            recover.ask(email.strip());
        }
        return Said.page(
                "Look into your mail",
                "If somebody here has this address, a link is on its way to it. It works once, within 10 minutes.",
                "/login",
                "Back to the sign-in");
    }

    private ModelAndView forgot(String email, Wrong wrong) {
        return wrong.on(new ModelAndView("recovery/forgot-password")
                .addObject("email", email)
                .addObject("mailIsSent", outbox.isOpen()));
    }

    /** Looking at it does not use the link up: programs that read mail do that, too. */
    @GetMapping("/reset-password")
    ModelAndView choose(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        try {
            links.opening(From.of(request), () -> recover.owner(new RandomSecret(token)));
            return reset(token, Wrong.nothing());
        } catch (BotException ended) {
            return reset(token, new Wrong(ended));
        }
    }

    @PostMapping("/reset-password")
    ModelAndView reset(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(name = "new_password", defaultValue = "") String wanted,
            @RequestParam(name = "repeated_password", defaultValue = "") String repeated,
            HttpServletRequest request) {
        try {
            PasswordRules.refuseUnlessRepeated(wanted, repeated);
            links.opening(From.of(request), () -> recover.reset(new RandomSecret(token), wanted));
            return Said.page(
                    "Your password is changed",
                    "Whoever was signed in with the old one is out.",
                    "/login",
                    "Sign in with the new one");
        } catch (BotException refused) {
            return reset(token, new Wrong(refused));
        }
    }

    private static ModelAndView reset(String token, Wrong wrong) {
        return wrong.on(new ModelAndView("recovery/reset-password").addObject("token", token));
    }
}
