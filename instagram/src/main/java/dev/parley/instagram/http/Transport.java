package dev.parley.instagram.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The connections that all accounts of a driver share. Nothing is repeated, no redirect is followed, no cookie is kept here. */
public final class Transport implements AutoCloseable {

    private static final int MOST_IDLE_CONNECTIONS = 256;
    private static final int IDLE_SECONDS = 60;
    private static final int UNAVAILABLE = 503;

    private final OkHttpClient client;

    /** @param connectDeadline the longest time for a name look-up, and for a connection */
    public Transport(Duration connectDeadline) {
        this(new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(MOST_IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .proxy(Proxy.NO_PROXY)
                .dns(new BoundedDns(connectDeadline))
                // Trying addresses side by side would make an interrupted caller fail with an undeclared exception.
                .fastFallback(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .addNetworkInterceptor(Transport::hideImmediateRetry)
                .eventListener(Departure.WATCH)
                .connectTimeout(connectDeadline)
                // Each call has its deadline: a second clock for each read and write would wake a thread every time.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build());
    }

    Transport(OkHttpClient client) {
        this.client = client;
    }

    /**
     * The way to Instagram, directly or through a fixed proxy.
     *
     * @throws IllegalArgumentException if the proxy is not {@code http://[user:password@]host[:port]}
     */
    public Wire wire(@Nullable URI proxy) {
        return new Wire(proxy == null ? client : ProxyAddress.of(proxy).through(client));
    }

    /** The HTTP library repeats a request when a 503 says {@code Retry-After: 0}, whatever else it is told. */
    private static Response hideImmediateRetry(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.code() != UNAVAILABLE || response.header("Retry-After") == null) {
            return response;
        }
        return response.newBuilder().removeHeader("Retry-After").build();
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
