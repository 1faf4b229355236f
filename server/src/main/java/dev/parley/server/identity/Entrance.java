package dev.parley.server.identity;

import dev.parley.server.core.UserId;
import dev.parley.server.web.CookieName;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** Lets a browser in, or on to the second step: there is no session before all is proven. */
@Component
public class Entrance {

    static final String SECOND_STEP = "/login/second-step";
    private static final String COOKIE = "parley-second-step";

    private final SignIns signIns;
    private final PageSessions sessions;
    private final SecondStep secondStep;
    private final RememberBrowser rememberBrowser;
    private final CsrfTokenRepository csrfTokens;

    Entrance(
            SignIns signIns,
            PageSessions sessions,
            SecondStep secondStep,
            RememberBrowser rememberBrowser,
            CsrfTokenRepository csrfTokens) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.secondStep = secondStep;
        this.rememberBrowser = rememberBrowser;
        this.csrfTokens = csrfTokens;
    }

    /** Of somebody who has proven everything that is asked of them. */
    ModelAndView enter(Person person, String next, HttpServletRequest request, HttpServletResponse response) {
        signIns.letIn(person);
        sessions.begin(request, person.id());
        rememberBrowser.of(person, request, response);
        csrfTokens.saveToken(null, request, response);
        return new ModelAndView("redirect:" + SignInPages.local(next));
    }

    /** Of somebody whose password is right. */
    ModelAndView askForFactor(Person person, String next, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request);
        put(secondStep.begin(person.id()), SecondStep.LIFETIME, request, response);
        return new ModelAndView("redirect:" + SECOND_STEP + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    /** Whose second factor is awaited in this browser. */
    public Optional<UserId> waiting(HttpServletRequest request) {
        return begun(request).flatMap(secondStep::waiting);
    }

    /** Lets them in, unless that has happened already. */
    ModelAndView endSecondStep(Person person, String next, HttpServletRequest request, HttpServletResponse response) {
        var isOpen = begun(request).filter(secondStep::end).isPresent();
        put("", Duration.ZERO, request, response);
        return isOpen ? enter(person, next, request, response) : new ModelAndView("redirect:/login");
    }

    private static Optional<String> begun(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, CookieName.of(COOKIE, request)))
                .map(Cookie::getValue);
    }

    private static void put(String token, Duration lifetime, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(CookieName.of(COOKIE, request), token)
                .path("/")
                .maxAge(lifetime)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict");
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
