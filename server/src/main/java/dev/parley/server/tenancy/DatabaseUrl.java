package dev.parley.server.tenancy;

import dev.parley.server.core.StartRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@code postgresql://user:password@host:port/database}, with options after a question mark. */
record DatabaseUrl(String place, String options, String user, String password) {

    private static final int DEFAULT_PORT = 5432;

    static DatabaseUrl parse(@Nullable String url, String source) {
        if (url == null || url.isBlank()) {
            throw new StartRefused(
                    source + " is not set; it names the database: postgresql://user:password@host:port/name");
        }
        try {
            return of(new URI(url.strip()), source);
        } catch (URISyntaxException malformed) {
            // the cause would quote the address, and the password with it
            throw new StartRefused(source + " is not an address like postgresql://user:password@host:port/name");
        }
    }

    private static DatabaseUrl of(URI address, String source) {
        var isPostgres = "postgresql".equals(address.getScheme()) || "postgres".equals(address.getScheme());
        var userInfo = address.getRawUserInfo();
        if (!isPostgres
                || address.getHost() == null
                || userInfo == null
                || address.getPath().length() < 2) {
            throw new StartRefused(source + " is not an address like postgresql://user:password@host:port/name");
        }
        var colon = userInfo.indexOf(':');
        var user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        var password = colon < 0 ? "" : userInfo.substring(colon + 1);
        var port = address.getPort() < 0 ? DEFAULT_PORT : address.getPort();
        return new DatabaseUrl(
                address.getHost() + ":" + port + address.getRawPath(),
                address.getRawQuery() == null ? "" : "?" + address.getRawQuery(),
                decode(user),
                decode(password));
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    DatabaseUrl as(String otherUser, String otherPassword) {
        return new DatabaseUrl(place, options, otherUser, otherPassword);
    }

    String jdbc() {
        return "jdbc:postgresql://" + place + options;
    }

    @Override
    public String toString() {
        return place;
    }
}
