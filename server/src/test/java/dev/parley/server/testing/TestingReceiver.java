package dev.parley.server.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever receives webhooks: an HTTP server of this machine that answers as it is told, and keeps what comes. */
public final class TestingReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Answer answer = new Answer(200, "thank you", Map.of());

    /** Something that has come; the names of headers in any case. */
    public record Received(String path, Map<String, List<String>> headers, String body) {

        public @Nullable String header(String name) {
            var values = headers.get(name);
            return values == null ? null : values.getFirst();
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String type() {
            return json().path("type").asString("");
        }
    }

    private record Answer(int status, String body, Map<String, String> headers) {}

    private TestingReceiver(HttpServer server) {
        this.server = server;
    }

    public static TestingReceiver start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var receiver = new TestingReceiver(server);
            server.createContext("/", receiver::take);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return receiver;
        } catch (IOException noServer) {
            throw new UncheckedIOException(noServer);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            received.add(new Received(exchange.getRequestURI().getPath(), headers, body(exchange)));
            var now = answer;
            now.headers().forEach(exchange.getResponseHeaders()::set);
            var bytes = now.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(now.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String body(HttpExchange exchange) throws IOException {
        var sent = exchange.getRequestBody();
        var isPacked = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return new String((isPacked ? new GZIPInputStream(sent) : sent).readAllBytes(), StandardCharsets.UTF_8);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void answers(int status, String body) {
        answer = new Answer(status, body, Map.of());
    }

    public void redirects(URI to) {
        answer = new Answer(302, "", Map.of("Location", to.toString()));
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** Oldest first. */
    public List<Received> receivedAt(String path) {
        return received.stream().filter(one -> one.path().equals(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
