package dev.parley.server.web;

import dev.parley.server.core.Installation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What frames every page.
 *
 * @param person who is signed in, or null
 * @param demo where the demo's Instagram shows itself; null at the real one
 * @param path of the page
 * @param now the time that relative times start from
 * @param csrf the proof of origin for the page's forms
 */
public record Shell(
        @Nullable String person, boolean admin, @Nullable URI demo, String path, Instant now, String csrf) {

    private static final String DEMO = Shell.class.getName() + ".demo";
    private static final String NOW = Shell.class.getName() + ".now";

    static void prepare(HttpServletRequest request, Installation installation, Instant now) {
        request.setAttribute(NOW, now);
        if (installation.isSandbox()) {
            request.setAttribute(DEMO, installation.sandboxUrl());
        }
    }

    /** Called before anything is written, because the proof of origin comes with a cookie. */
    public static Shell current() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            return of(attributes.getRequest());
        }
        throw new IllegalStateException("A page needs a request");
    }

    public boolean isAt(String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }

    private static Shell of(HttpServletRequest request) {
        return new Shell(
                request.getRemoteUser(),
                request.isUserInRole("ADMIN"),
                request.getAttribute(DEMO) instanceof URI demo ? demo : null,
                request.getRequestURI(),
                request.getAttribute(NOW) instanceof Instant now ? now : Instant.EPOCH,
                request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "");
    }
}
