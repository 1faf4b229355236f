package dev.parley.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks once more who it is, where a handler says {@link FreshSignIn}: a program by a refusal, a person by a page. */
@Configuration(proxyBeanMethods = false)
class DemandFreshness implements WebMvcConfigurer, HandlerInterceptor {

    private final Freshness freshness;

    DemandFreshness(Freshness freshness) {
        this.freshness = freshness;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // whoever may not at all, need not prove anything
        registry.addInterceptor(this).order(1);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var wanted = handler instanceof HandlerMethod method ? method.getMethodAnnotation(FreshSignIn.class) : null;
        if (wanted == null || freshness.isFresh(SignedIn.current())) {
            return true;
        }
        if (!PendingChange.isPage(request)) {
            freshness.demand(SignedIn.current());
        }
        var next = wanted.page().isEmpty() ? request.getRequestURI() : wanted.page();
        response.sendRedirect(ProvePages.PAGE + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        return false;
    }
}
