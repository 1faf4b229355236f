package dev.parley.instagram.browser.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An HTTP proxy that asks for a password, and may change pages on their way. As a {@code @RegisterExtension} that is not static. */
public final class TestingProxy implements AfterEachCallback {

    private static final String USER = "alma:p@ss";
    private static final int PASSWORD_NEEDED = 407;

    /** What concerns one connection only, and what the client sets by itself. */
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection", "proxy-connection", "proxy-authorization", "host", "content-length", "upgrade", "expect");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private volatile UnaryOperator<String> pages = UnaryOperator.identity();

    public TestingProxy() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stop();
        client.shutdownNow();
    }

    /** Ends it, and with it the connections that it holds. */
    public void stop() {
        server.stop(0);
    }

    /** With user and password. */
    public URI address() {
        return address("alma:p%40ss");
    }

    public URI address(String user) {
        return URI.create("http://" + user + "@127.0.0.1:" + server.getAddress().getPort());
    }

    /** The paths of what was passed on, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** From now on, each page comes changed. */
    public void changePages(UnaryOperator<String> change) {
        pages = change;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String expected = "Basic " + Base64.getEncoder().encodeToString(USER.getBytes(StandardCharsets.UTF_8));
            if (expected.equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"))) {
                asked.add(exchange.getRequestURI().getPath());
                passBack(exchange, client.send(request(exchange), BodyHandlers.ofByteArray()));
            } else {
                exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"testing\"");
                exchange.sendResponseHeaders(PASSWORD_NEEDED, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest request(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var request = HttpRequest.newBuilder(exchange.getRequestURI())
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(
                        value -> request.header(name, name.equalsIgnoreCase("Accept-Encoding") ? "identity" : value));
            }
        });
        return request.build();
    }

    private void passBack(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        boolean isPage = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        byte[] body = isPage
                ? pages.apply(new String(answer.body(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                : answer.body();
        answer.headers().map().forEach((name, values) -> {
            if (!Set.of("content-length", "transfer-encoding", "connection").contains(name)) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
