package dev.parley.instagram.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** An account's fixed HTTP proxy. */
record ProxyAddress(String host, int port, @Nullable String credentials) {

    private static final String HEADER = "Proxy-Authorization";
    private static final int HTTP_PORT = 80;

    /** @throws IllegalArgumentException if it is not {@code http://[user:password@]host[:port]}; never quotes it */
    static ProxyAddress of(URI proxy) {
        if (!"http".equals(proxy.getScheme()) || proxy.getHost() == null) {
            throw new IllegalArgumentException("a proxy is given as http://user:password@host:port");
        }
        int port = proxy.getPort() < 0 ? HTTP_PORT : proxy.getPort();
        return new ProxyAddress(proxy.getHost(), port, credentials(proxy.getRawUserInfo()));
    }

    private static @Nullable String credentials(@Nullable String userInfo) {
        if (userInfo == null) {
            return null;
        }
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? Credentials.basic(decoded(userInfo), "", StandardCharsets.UTF_8)
                : Credentials.basic(
                        decoded(userInfo.substring(0, colon)),
                        decoded(userInfo.substring(colon + 1)),
                        StandardCharsets.UTF_8);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A client of its own for the proxy; pool and threads stay shared. */
    OkHttpClient through(OkHttpClient client) {
        return client.newBuilder()
                .proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)))
                .proxyAuthenticator(credentials == null ? Authenticator.NONE : once(credentials))
                .build();
    }

    private static Authenticator once(String credentials) {
        return (route, response) -> {
            Request asked = response.request();
            return asked.header(HEADER) != null
                    ? null
                    : asked.newBuilder().header(HEADER, credentials).build();
        };
    }

    @Override
    public String toString() {
        return "ProxyAddress[host=" + host + ", port=" + port + "]";
    }
}
