package dev.parley.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * What proxies say of the client counts only where the settings name the proxy: anybody can send the same headers. Their word is the client's
 * address and whether it speaks TLS, never the host.
 */
@Component
class TrustedProxies {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";

    private final List<IpAddressMatcher> proxies;

    TrustedProxies(WebSettings settings) {
        this.proxies = settings.trustedProxies().stream()
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .map(IpAddressMatcher::new)
                .toList();
    }

    /** The request as it left the client. */
    HttpServletRequest unwrap(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        if (isTrusted(address)) {
            return new Forwarded(request, ShortAddress.of(client(request)), isTls(request));
        }
        var written = ShortAddress.of(address);
        return written.equals(address) ? request : new Forwarded(request, written, request.isSecure());
    }

    private boolean isTrusted(String address) {
        return isAddress(address) && proxies.stream().anyMatch(proxy -> proxy.matches(address));
    }

    /** From the nearest hop on: the first that is no proxy of ours. What it claims in turn is not believed. */
    private String client(HttpServletRequest request) {
        var hops = new ArrayList<String>();
        Collections.list(request.getHeaders(FORWARDED_FOR))
                .forEach(header -> hops.addAll(List.of(header.split(",", -1))));
        var client = request.getRemoteAddr();
        for (var hop : hops.reversed()) {
            if (!isTrusted(client) || !isAddress(hop.strip())) {
                break;
            }
            client = hop.strip();
        }
        return client;
    }

    private static boolean isAddress(@Nullable String text) {
        try {
            return text != null && InetAddress.ofLiteral(text) != null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static boolean isTls(HttpServletRequest request) {
        var told = request.getHeader(FORWARDED_PROTO);
        return told == null ? request.isSecure() : told.strip().equalsIgnoreCase("https");
    }

    private static final class Forwarded extends HttpServletRequestWrapper {

        private final String client;
        private final boolean tls;

        Forwarded(HttpServletRequest request, String client, boolean tls) {
            super(request);
            this.client = client;
            this.tls = tls;
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public boolean isSecure() {
            return tls;
        }

        @Override
        public String getScheme() {
            return tls ? "https" : "http";
        }
    }
}
