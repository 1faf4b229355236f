package dev.parley.sandbox.website.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The cookies a browser sent, each value exactly as it is: quotes and backslashes are part of it. */
final class CookieHeader {

    private CookieHeader() {}

    static Map<String, String> read(Collection<String> headers) {
        var cookies = new HashMap<String, String>();
        for (String header : headers) {
            for (String pair : header.split(";")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    cookies.putIfAbsent(
                            pair.substring(0, equals).strip(),
                            pair.substring(equals + 1).strip());
                }
            }
        }
        return cookies;
    }
}
