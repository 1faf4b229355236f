package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.guard.From;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The way in, and out. */
@Controller
class SignInPages {

    private final SignIns signIns;
    private final SignOut signOut;
    private final Entrance entrance;
    private final CsrfTokenRepository csrfTokens;

    SignInPages(SignIns signIns, SignOut signOut, Entrance entrance, CsrfTokenRepository csrfTokens) {
        this.signIns = signIns;
        this.signOut = signOut;
        this.entrance = entrance;
        this.csrfTokens = csrfTokens;
    }

    @GetMapping("/login")
    @Needs(Right.NOTHING)
    ModelAndView form(@RequestParam(defaultValue = "/") String next, @Nullable Authentication already) {
        return already != null && already.getPrincipal() instanceof SignedIn
                ? new ModelAndView("redirect:" + local(next))
                : page("", next, null);
    }

    @PostMapping("/login")
    @Needs(Right.NOTHING)
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return switch (signIns.check(new SignIns.Claim(username, password, code, From.of(request)))) {
                case SignIns.Checked.Proven(var person) -> entrance.enter(person, local(next), request, response);
                case SignIns.Checked.FactorMissing missing ->
                    entrance.askForFactor(missing.person(), local(next), request, response);
            };
        } catch (BotException refused) {
            return page(username, next, refused.code());
        }
    }

    @PostMapping("/logout")
    @Needs(Right.SIGN_IN)
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        signOut.signOut(SignedIn.current(), request);
        csrfTokens.saveToken(null, request, response);
        return new ModelAndView("redirect:/login");
    }

    static ModelAndView page(String username, String next, @Nullable ErrorCode refused) {
        var page = new ModelAndView("identity/login");
        page.addAllObjects(Map.of("username", username, "next", local(next)));
        page.addObject("refused", refused);
        page.setStatus(HttpStatusCode.valueOf(refused == null ? HttpServletResponse.SC_OK : refused.status()));
        return page;
    }

    /** Only a path of ours: the address came from outside. */
    static String local(String next) {
        var isPath = next.startsWith("/") && !next.startsWith("//") && !next.contains("\\");
        var isPlain = next.chars().noneMatch(Character::isISOControl);
        return isPath && isPlain && !next.startsWith("/login") ? next : "/";
    }
}
