package dev.parley.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.filter.OncePerRequestFilter;

/** A browser sends its cookies with other sites' requests too: changes must come from our own pages. */
class OwnOrigin extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> COOKIES_DO_NOT_COUNT = Set.of(
            "/api/auth/login",
            "/api/auth/forgot-password",
            "/api/auth/reset-password",
            "/api/auth/verify-email",
            "/api/auth/password-strength",
            "/api/admin/initialize-password");

    /** A bearer token is never sent by a browser on its own, and without any cookie there is nothing to abuse. */
    static boolean mustBeProven(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return false;
        }
        if (!request.getRequestURI().startsWith("/api/")) {
            return true;
        }
        return ProveIdentity.bearer(request).isEmpty()
                && request.getCookies() != null
                && !COOKIES_DO_NOT_COUNT.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var isLive = request.getRequestURI().equals("/api/events");
        if ((mustBeProven(request) || isLive) && isForeign(request)) {
            throw new CsrfException("The request comes from another site");
        }
        chain.doFilter(request, response);
    }

    private static boolean isForeign(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || origin.equals("null")) {
            return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        }
        return !authority(origin).equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
