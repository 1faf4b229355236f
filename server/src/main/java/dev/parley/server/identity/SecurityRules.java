package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.guard.Strangers;
import dev.parley.server.web.ErrorAnswers;
import dev.parley.server.web.RequestRates;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** Who may call what. What no rule names is refused. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    private static final String ADMIN = Role.ADMIN.name();

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            People people,
            Tokens tokens,
            PageSessions sessions,
            RequestRates rates,
            Strangers strangers,
            FactorPolicy factorPolicy,
            CsrfTokenRepository csrfTokens,
            ErrorAnswers answers) {
        return http.authorizeHttpRequests(SecurityRules::rules)
                .addFilterBefore(
                        new ProveIdentity(people, tokens, sessions, rates, strangers),
                        AnonymousAuthenticationFilter.class)
                .addFilterAfter(new RequireFactor(factorPolicy), ProveIdentity.class)
                .addFilterBefore(new OwnOrigin(), AuthorizationFilter.class)
                .csrf(csrf ->
                        csrf.csrfTokenRepository(csrfTokens).requireCsrfProtectionMatcher(OwnOrigin::mustBeProven))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, stranger) -> askToSignIn(request, response, stranger, answers))
                        .accessDeniedHandler(
                                (request, response, denied) -> answers.send(toTell(denied), request, response)))
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                // it would take every request for a fresh sign-in, with a session and a proof of origin of its own
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // another wrapper around each request, which nobody asks anything
                .servletApi(AbstractHttpConfigurer::disable)
                // every answer carries them, those outside this chain too
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    /** To time each filter by itself costs more than all of them do. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll();
        // they exclude each other: first the ones that most requests match
        forWhoeverIsSignedIn(rules);
        forEverybody(rules);
        // They are served on a port of this machine alone, and match nowhere else.
        rules.requestMatchers(EndpointRequest.toAnyEndpoint()).permitAll();
        forAdministrators(rules);
        rules.anyRequest().access((who, asked) -> new NoRule());
    }

    private static void forEverybody(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers("/login", "/login/**", "/forgot-password", "/reset-password", "/verify-email", "/error")
                .permitAll();
        rules.requestMatchers(
                        HttpMethod.POST,
                        "/api/auth/login",
                        "/api/auth/forgot-password",
                        "/api/auth/reset-password",
                        "/api/auth/verify-email",
                        "/api/auth/password-strength",
                        "/api/admin/initialize-password")
                .permitAll();
        // Instagram proves itself by a token, or by its signature.
        rules.requestMatchers("/api/webhooks/instagram").permitAll();
        rules.requestMatchers(
                        HttpMethod.GET,
                        "/webjars/**",
                        "/css/**",
                        "/js/**",
                        "/images/**",
                        "/errors",
                        "/errors/*",
                        "/api/errors",
                        "/api/errors/*",
                        "/api/openapi.json",
                        "/api/openapi.json.yaml")
                .permitAll();
    }

    private static void forAdministrators(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers("/api/admin/**", "/admin/**", "/api/users").hasRole(ADMIN);
        rules.requestMatchers(HttpMethod.POST, "/api/users/*/reset-password", "/api/users/*/reset-link")
                .hasRole(ADMIN);
        rules.requestMatchers(HttpMethod.PATCH, "/api/users/*").hasRole(ADMIN);
        rules.requestMatchers(HttpMethod.DELETE, "/api/users/*", "/api/users/*/factors")
                .hasRole(ADMIN);
    }

    private static void forWhoeverIsSignedIn(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(
                        "/api/auth/logout",
                        "/api/me",
                        "/api/me/**",
                        "/api/users/*/change-password",
                        "/api/users/*/activity",
                        "/api/users/*/test-session",
                        "/api/login",
                        "/api/login/force",
                        "/api/conversations",
                        "/api/conversations/**",
                        "/api/canned-answers",
                        "/api/canned-answers/**",
                        "/inbox",
                        "/inbox/**",
                        "/api/mailings",
                        "/api/mailings/**",
                        "/api/mailing-policy",
                        "/mailings",
                        "/mailings/**",
                        "/api/messages",
                        "/api/messages/**",
                        "/messages",
                        "/messages/**",
                        "/api/workspaces",
                        "/api/workspaces/**",
                        "/api/invitations/accept",
                        "/api/accounts",
                        "/api/accounts/**",
                        "/api/bot/**",
                        "/api/contacts/**",
                        "/api/alerts",
                        "/api/alerts/**",
                        "/alerts",
                        "/alerts/**",
                        "/api/people",
                        "/api/people/**",
                        "/api/labels",
                        "/api/opt-out-words",
                        "/api/do-not-contact",
                        "/api/do-not-contact/**",
                        "/people",
                        "/people/**",
                        "/do-not-contact",
                        "/do-not-contact/**",
                        "/api/activity",
                        "/api/audit",
                        "/api/events")
                .authenticated();
        rules.requestMatchers(
                        "/",
                        "/logout",
                        "/profile/**",
                        "/workspaces",
                        "/workspaces/**",
                        "/invitations",
                        "/accounts",
                        "/accounts/**",
                        "/stop-policy",
                        "/jobs",
                        "/jobs/**",
                        "/api/schedules",
                        "/api/schedules/**",
                        "/schedules",
                        "/schedules/**",
                        "/audit",
                        "/audit/csv",
                        "/activity",
                        "/activity/**")
                .authenticated();
    }

    /** What no rule names is shut, and for whoever is signed in it is not there. */
    private static final class NoRule extends AuthorizationDecision {
        NoRule() {
            super(false);
        }
    }

    private static Exception toTell(AccessDeniedException denied) {
        return denied instanceof AuthorizationDeniedException refused
                        && refused.getAuthorizationResult() instanceof NoRule
                ? new BotException(ErrorCode.NOT_FOUND, ErrorCode.NOT_FOUND.description())
                : denied;
    }

    private static void askToSignIn(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException stranger,
            ErrorAnswers answers)
            throws IOException {
        if (!PendingChange.isPage(request)) {
            answers.send(stranger, request, response);
            return;
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var next = HttpMethod.GET.matches(request.getMethod()) ? request.getRequestURI() + query : "/";
        response.sendRedirect("/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }
}
