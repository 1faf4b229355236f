package dev.parley.instagram.browser.chromium;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * As whom, and through what, a tab meets the site. All else is as Chromium is: nothing is disguised.
 *
 * @param proxy {@code http://user:password@host:port}, or null for none
 */
public record Guise(
        String locale, int width, int height, @Nullable URI proxy) {

    /** @throws IllegalArgumentException if the proxy is no HTTP proxy; never quotes it */
    public Guise {
        if (proxy != null && (!"http".equals(proxy.getScheme()) || proxy.getHost() == null)) {
            throw new IllegalArgumentException("a proxy is given as http://user:password@host:port");
        }
    }

    Browser.NewContextOptions options() {
        var options = new Browser.NewContextOptions().setLocale(locale).setViewportSize(width, height);
        return proxy == null ? options : options.setProxy(proxy(proxy));
    }

    private static Proxy proxy(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        var proxy = new Proxy("http://" + address.getHost() + port);
        String user = address.getRawUserInfo();
        if (user == null) {
            return proxy;
        }
        int colon = user.indexOf(':');
        return colon < 0
                ? proxy.setUsername(decoded(user))
                : proxy.setUsername(decoded(user.substring(0, colon))).setPassword(decoded(user.substring(colon + 1)));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Leaves the proxy's password out. */
    @Override
    public String toString() {
        return "Guise[%s, %dx%d, %s]".formatted(locale, width, height, proxy == null ? "no proxy" : proxy.getHost());
    }
}
