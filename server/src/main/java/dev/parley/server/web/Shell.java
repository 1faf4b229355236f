package dev.parley.server.web;

import dev.parley.server.core.Installation;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What frames every page: who is signed in, the proof of origin for its forms, and whether the Instagram is a demo. */
public record Shell(@Nullable String person, boolean admin, boolean demo, String csrf) {

    private static final String DEMO = Shell.class.getName() + ".demo";

    static void prepare(HttpServletRequest request, Installation installation) {
        request.setAttribute(DEMO, installation.isSandbox());
    }

    /** Called before anything is written, because the proof of origin comes with a cookie. */
    public static Shell current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : new Shell(null, false, false, "");
    }

    private static Shell of(HttpServletRequest request) {
        return new Shell(
                request.getRemoteUser(),
                request.isUserInRole("ADMIN"),
                Boolean.TRUE.equals(request.getAttribute(DEMO)),
                request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "");
    }
}
