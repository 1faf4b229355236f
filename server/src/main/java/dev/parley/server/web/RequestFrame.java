package dev.parley.server.web;

import dev.parley.server.core.Installation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Around every request: its correlation id, the headers of every answer, a bound on its body, and what no handler caught. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestFrame extends OncePerRequestFilter {

    private static final String HEADER = "X-Correlation-Id";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final ErrorAnswers answers;
    private final WebSettings settings;
    private final TrustedProxies proxies;
    private final Installation installation;
    private final Clock clock;

    RequestFrame(
            ErrorAnswers answers,
            WebSettings settings,
            TrustedProxies proxies,
            Installation installation,
            Clock clock) {
        this.answers = answers;
        this.settings = settings;
        this.proxies = proxies;
        this.installation = installation;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest received, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var request = proxies.unwrap(received);
        var correlation = correlation(request.getHeader(HEADER));
        try (var _ = Correlation.bind(correlation)) {
            response.setHeader(HEADER, correlation);
            AnswerHeaders.put(request, response);
            Shell.prepare(request, installation, clock.instant());
            answer(request, response, chain);
        } finally {
            MDC.remove("user_id");
            MDC.remove("action");
        }
    }

    private static String correlation(@Nullable String asked) {
        return asked != null && PLAIN.matcher(asked).matches() ? asked : Correlation.create();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(BoundedRequest.of(request, settings.maxBody()), response);
        } catch (ServletException wrapped) {
            answers.send(wrapped.getCause() == null ? wrapped : wrapped.getCause(), request, response);
        } catch (IOException | RuntimeException failed) {
            answers.send(failed, request, response);
        }
    }
}
