package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.guard.Strangers;
import dev.parley.server.tenancy.Reach;
import dev.parley.server.web.RequestRates;
import dev.parley.server.web.StaticFiles;
import dev.parley.server.web.StillSignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out, anew for every request, who sent it: a role that was taken away or a token that was revoked counts at once. */
class ProveIdentity extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    /** Its signature tells whether it is a stranger's: where it is read, it is counted if it has none that is right. */
    private static final RequestMatcher DELIVERY =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/webhooks/instagram");

    private final People people;
    private final Tokens tokens;
    private final PageSessions sessions;
    private final RequestRates rates;
    private final Strangers strangers;

    ProveIdentity(People people, Tokens tokens, PageSessions sessions, RequestRates rates, Strangers strangers) {
        this.people = people;
        this.tokens = tokens;
        this.sessions = sessions;
        this.rates = rates;
        this.strangers = strangers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = signedIn(request);
        count(signedIn, request, response);
        if (signedIn.isPresent()) {
            enter(signedIn.get(), request);
            if (signedIn.get().person().mustChangePassword() && !PendingChange.allows(request)) {
                refuse(request, response);
                return;
            }
        }
        try (var _ = signedIn.map(SignedIn::reach).orElse(Reach.ALL).bind()) {
            chain.doFilter(request, response);
        }
    }

    private void count(Optional<SignedIn> signedIn, HttpServletRequest request, HttpServletResponse response) {
        if (StaticFiles.isOne(request)) {
            return;
        }
        if (signedIn.isPresent()) {
            rates.take(signedIn.get().proof(), response);
        } else if (!DELIVERY.matches(request)) {
            strangers.count(request, response);
        }
    }

    private Optional<SignedIn> signedIn(HttpServletRequest request) {
        var token = bearer(request);
        var proof = token.isPresent() ? byToken(token.get(), request) : bySession(request);
        return proof.filter(signedIn -> !signedIn.person().isDisabled());
    }

    static Optional<String> bearer(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private Optional<SignedIn> byToken(String token, HttpServletRequest request) {
        return token.startsWith(Tokens.PREFIX) ? tokens.holder(token, () -> Device.of(request)) : Optional.empty();
    }

    private Optional<SignedIn> bySession(HttpServletRequest request) {
        return sessions.user(request).flatMap(people::find).map(person -> new SignedIn(person, session(request)));
    }

    private static SignedIn.Proof session(HttpServletRequest request) {
        return new SignedIn.Proof.Session(request.getSession(false).getId());
    }

    private void enter(SignedIn signedIn, HttpServletRequest request) {
        var role = new SimpleGrantedAuthority("ROLE_" + signedIn.person().role());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of(role)));
        SecurityContextHolder.setContext(context);
        MDC.put("user_id", signedIn.person().id().toString());
        StillSignedIn.put(request, () -> isStill(signedIn));
    }

    private boolean isStill(SignedIn signedIn) {
        var proven = switch (signedIn.proof()) {
            case SignedIn.Proof.Token(UUID id) -> tokens.isValid(id);
            case SignedIn.Proof.ProgramToken program -> tokens.isValid(program.id());
            case SignedIn.Proof.Session session -> sessions.isValid(session.id());
        };
        return proven
                && people.find(signedIn.person().id())
                        .filter(person -> !person.isDisabled())
                        .isPresent();
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (PendingChange.isPage(request)) {
            response.sendRedirect(PendingChange.PAGE);
            return;
        }
        throw new BotException(
                ErrorCode.ACTION_REQUIRED,
                "The password must be changed before anything else works.",
                Refusal.first("CHANGE_PASSWORD"));
    }
}
