package dev.parley.server.factor;

import dev.parley.server.core.BotException;
import dev.parley.server.identity.Entrance;
import dev.parley.server.identity.PasskeyEntrance;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in with a passkey: after the password, or with nothing else. */
@Controller
@RequestMapping("/login/passkey")
@Needs(Right.NOTHING)
class PasskeySignInPages {

    private final PasskeyOptions options;
    private final PasskeySignIn signIn;
    private final Entrance entrance;
    private final PasskeyEntrance passkeyEntrance;

    PasskeySignInPages(
            PasskeyOptions options, PasskeySignIn signIn, Entrance entrance, PasskeyEntrance passkeyEntrance) {
        this.options = options;
        this.signIn = signIn;
        this.entrance = entrance;
        this.passkeyEntrance = passkeyEntrance;
    }

    /** For {@code navigator.credentials.get}. */
    @PostMapping("/options")
    ResponseEntity<Map<String, Object>> options(
            @RequestParam(name = "second_step", defaultValue = "false") boolean secondStep,
            HttpServletRequest request) {
        var wanted = entrance.waiting(request)
                .filter(user -> secondStep)
                .map(options::forSecondStep)
                .orElseGet(options::forAnybody);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(wanted);
    }

    /** @param response what the browser's authenticator said */
    @PostMapping
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String response,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse answer) {
        try {
            var proven = signIn.check(response, entrance.waiting(request).orElse(null));
            return passkeyEntrance.enter(proven.user(), proven.afterPassword(), next, request, answer);
        } catch (BotException refused) {
            return passkeyEntrance.refused(refused, next);
        }
    }
}
