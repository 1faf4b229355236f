package dev.parley.server.identity;

import dev.parley.server.web.CookieName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The cookies of the pages' sessions and forms, by other names where TLS is on. */
@Configuration(proxyBeanMethods = false)
class PageCookies {

    private static final String SESSION = "SESSION";
    private static final String PROOF_OF_ORIGIN = "parley-csrf";

    @Bean
    CookieSerializer sessionCookies() {
        var plain = sessionCookie(SESSION);
        var ofThisHost = sessionCookie(CookieName.ofThisHost(SESSION));
        return new CookieSerializer() {

            @Override
            public void writeCookieValue(CookieValue value) {
                at(value.getRequest()).writeCookieValue(value);
            }

            @Override
            public List<String> readCookieValues(HttpServletRequest request) {
                return at(request).readCookieValues(request);
            }

            private CookieSerializer at(HttpServletRequest request) {
                return request.isSecure() ? ofThisHost : plain;
            }
        };
    }

    private static CookieSerializer sessionCookie(String name) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        return cookie;
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        var plain = proofCookie(PROOF_OF_ORIGIN);
        var ofThisHost = proofCookie(CookieName.ofThisHost(PROOF_OF_ORIGIN));
        return new CsrfTokenRepository() {

            @Override
            public CsrfToken generateToken(HttpServletRequest request) {
                return at(request).generateToken(request);
            }

            @Override
            public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
                at(request).saveToken(token, request, response);
            }

            @Override
            public @Nullable CsrfToken loadToken(HttpServletRequest request) {
                return at(request).loadToken(request);
            }

            private CsrfTokenRepository at(HttpServletRequest request) {
                return request.isSecure() ? ofThisHost : plain;
            }
        };
    }

    private static CsrfTokenRepository proofCookie(String name) {
        var cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(attributes -> attributes.sameSite("Strict"));
        return cookie;
    }
}
