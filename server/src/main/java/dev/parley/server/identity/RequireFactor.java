package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where the instance wants it, nothing works for an administrator without a second factor but setting one up. */
class RequireFactor extends OncePerRequestFilter {

    private static final String PAGE = "/profile/factors";
    private static final PathPatternRequestMatcher.Builder AT = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher SETTING_UP = new OrRequestMatcher(List.of(
            AT.matcher("/api/me/factors/**"),
            AT.matcher("/api/me/proof"),
            AT.matcher(PAGE + "/**"),
            AT.matcher(ProvePages.PAGE)));

    private final FactorPolicy policy;

    RequireFactor(FactorPolicy policy) {
        this.policy = policy;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var due = SignedIn.ifAny().filter(me -> policy.isDue(me.person())).isPresent();
        if (!due || PendingChange.allows(request) || SETTING_UP.matches(request)) {
            chain.doFilter(request, response);
        } else if (PendingChange.isPage(request)) {
            response.sendRedirect(PAGE);
        } else {
            throw new BotException(
                    ErrorCode.ACTION_REQUIRED,
                    "Administrators of this instance need a second factor before anything else works.",
                    Refusal.first("SET_UP_SECOND_FACTOR"));
        }
    }
}
