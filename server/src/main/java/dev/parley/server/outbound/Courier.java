package dev.parley.server.outbound;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends something, once: a name is looked up once and that very address is called; no redirect is followed, no cookie kept, no proxy
 * asked; of the answer a little is read.
 */
@Component
public class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int READ_AT_MOST = 1_000;

    private final OkHttpClient client;

    Courier(Networks networks, Dns names, OutboundSettings settings) {
        this.client = new OkHttpClient.Builder()
                .dns(new GuardedDns(names, networks))
                .socketFactory(new GuardedSockets(networks))
                .proxy(Proxy.NO_PROXY)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .fastFallback(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .callTimeout(settings.timeout())
                .build();
    }

    /** Not inside a transaction. */
    public Sent send(Post post) {
        var request = new Request.Builder()
                .url(post.to().toString())
                .headers(Headers.of(post.headers()))
                .header("User-Agent", "Parley")
                // What is small when it comes cannot be huge when it is read.
                .header("Accept-Encoding", "identity")
                .post(RequestBody.create(post.json().getBytes(StandardCharsets.UTF_8), JSON))
                .build();
        try (var response = client.newCall(request).execute()) {
            return new Sent.Answered(response.code(), beginning(response));
        } catch (IOException failed) {
            return new Sent.NotAnswered(why(failed));
        }
    }

    /** Whoever has answered with a status has taken it or not, whatever becomes of the rest. */
    private static String beginning(Response response) {
        var answer = response.body().source();
        try {
            answer.request(READ_AT_MOST);
        } catch (IOException brokenOff) {
            LOG.debug("An answer was broken off", brokenOff);
        }
        var read = answer.getBuffer();
        var bytes = read.snapshot((int) Math.min(READ_AT_MOST, read.size()));
        // Without what a database or a page cannot hold, and without half of a letter at the end.
        return bytes.string(StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\\uFFFD&&[^\\n\\t]]", "");
    }

    private static String why(IOException failed) {
        return switch (failed) {
            case AddressRefusedException closed ->
                "The address means %s now, which is not open to everybody.".formatted(closed.address());
            case UnknownHostException unknown -> "The host is not known.";
            case InterruptedIOException late -> "No answer came in time.";
            case ConnectException nobody -> "Nobody listens there.";
            case SSLException untrusted -> "No connection that can be trusted was made: its certificate, or its TLS.";
            default -> "The connection broke.";
        };
    }
}
