package dev.parley.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What still works for a person who has to change the password first. */
final class PendingChange {

    static final String PAGE = "/profile/change-password";

    private static final PathPatternRequestMatcher.Builder AT = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher ALLOWED = new OrRequestMatcher(List.of(
            AT.matcher(HttpMethod.PUT, "/api/users/{id}/change-password"),
            AT.matcher(HttpMethod.POST, "/api/admin/initialize-password"),
            AT.matcher(HttpMethod.POST, "/api/auth/login"),
            AT.matcher(HttpMethod.POST, "/api/auth/logout"),
            AT.matcher(HttpMethod.POST, "/api/auth/forgot-password"),
            AT.matcher(HttpMethod.POST, "/api/auth/reset-password"),
            AT.matcher(HttpMethod.POST, "/api/auth/verify-email"),
            AT.matcher(HttpMethod.POST, "/api/auth/password-strength"),
            AT.matcher(HttpMethod.GET, "/api/me"),
            AT.matcher(HttpMethod.GET, "/api/errors/**"),
            AT.matcher(PAGE),
            AT.matcher("/login"),
            AT.matcher("/forgot-password"),
            AT.matcher("/reset-password"),
            AT.matcher("/verify-email"),
            AT.matcher(HttpMethod.POST, "/logout"),
            AT.matcher(HttpMethod.GET, "/errors/**"),
            AT.matcher(HttpMethod.GET, "/webjars/**"),
            AT.matcher(HttpMethod.GET, "/css/**"),
            AT.matcher(HttpMethod.GET, "/js/**"),
            AT.matcher(HttpMethod.GET, "/images/**")));

    private PendingChange() {}

    static boolean allows(HttpServletRequest request) {
        return ALLOWED.matches(request);
    }

    static boolean isPage(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return !request.getRequestURI().startsWith("/api/") && accept != null && accept.contains("text/html");
    }
}
