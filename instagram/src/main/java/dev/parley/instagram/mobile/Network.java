package dev.parley.instagram.mobile;

import dev.parley.instagram.PersonId;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The connections that all accounts share. Nothing is repeated, no redirect is followed, no cookie is kept here. */
final class Network implements AutoCloseable {

    private static final int MOST_IDLE_CONNECTIONS = 256;
    private static final int IDLE_SECONDS = 60;
    private static final int UNAVAILABLE = 503;

    private final Settings settings;
    private final AnswerParser parser;
    private final OkHttpClient client;

    Network(Settings settings) {
        this.settings = settings;
        this.parser = new AnswerParser(settings.largestAnswer());
        this.client = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(MOST_IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .proxy(Proxy.NO_PROXY)
                .dns(new BoundedDns(settings.connectDeadline()))
                // Trying addresses side by side would make an interrupted caller fail with an undeclared exception.
                .fastFallback(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .addNetworkInterceptor(Network::hideImmediateRetry)
                .eventListener(Departure.WATCH)
                .connectTimeout(settings.connectDeadline())
                .readTimeout(settings.readDeadline())
                .writeTimeout(settings.readDeadline())
                .build();
    }

    /** @throws IllegalArgumentException if device or proxy cannot be used */
    Line line(Device device, @Nullable URI proxy, @Nullable PersonId account, SessionState state) {
        OkHttpClient own = proxy == null ? client : ProxyAddress.of(proxy).through(client);
        return new Line(settings, parser, own, AppHeaders.of(device, account), state);
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
