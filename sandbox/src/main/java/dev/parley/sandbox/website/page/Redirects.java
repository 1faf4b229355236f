package dev.parley.sandbox.website.page;

import dev.parley.sandbox.http.Answer;
import io.helidon.http.HeaderNames;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Sending a browser elsewhere on the site. */
public final class Redirects {
    private static final int FOUND = 302;

    private Redirects() {}

    public static Answer to(String address) {
        return Answer.text(FOUND, "text/html; charset=utf-8", "").with(HeaderNames.LOCATION, address);
    }

    public static Answer toLogin(Visit visit) {
        return to("/accounts/login/?next=" + encoded(visit.address()));
    }

    /** Where somebody wanted to go before they had to sign in; never off the site. */
    public static String next(Visit visit) {
        String next = visit.query("next");
        boolean onSite = next.startsWith("/") && !next.startsWith("//") && !next.contains("\\");
        return onSite ? next : "/";
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
