package dev.parley.journeys.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Somebody's program that takes whatever is posted to it, and keeps it. As a static {@code @RegisterExtension}. */
public final class Receiver implements BeforeAllCallback, AfterAllCallback {

    private static final int NO_CONTENT = 204;
    private static final int NO_BODY = -1;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private @Nullable HttpServer server;

    /** Something that has come; the names of headers in any case. */
    public record Received(Map<String, List<String>> headers, String body) {}

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        var listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listening.createContext("/", this::take);
        listening.start();
        server = listening;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            received.add(new Received(headers, body));
            exchange.sendResponseHeaders(NO_CONTENT, NO_BODY);
        }
    }

    public String address() {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/alerts";
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (server != null) {
            server.stop(0);
        }
    }
}
