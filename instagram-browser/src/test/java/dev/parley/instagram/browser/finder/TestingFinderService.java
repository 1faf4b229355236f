package dev.parley.instagram.browser.finder;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for AgentQL: says what a test has it say, and keeps what it was told. As a {@code @RegisterExtension} that is not static. */
public final class TestingFinderService implements AfterEachCallback {

    public static final String KEY = "finder-key-123";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int NO_KEY = 401;
    private static final int OK = 200;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private volatile Reply reply = new Reply(OK, told -> "{}");

    private record Reply(int status, Function<JsonNode, String> text) {}

    public TestingFinderService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v2/query", this::answer);
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        closing.countDown();
        server.stop(0);
    }

    /** What asks it. */
    public ElementFinder finder() {
        return finder(KEY);
    }

    public ElementFinder finder(String key) {
        return new AgentQl(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), key);
    }

    /** The bodies of all questions, unpacked, in order. */
    public List<String> told() {
        return List.copyOf(told);
    }

    public void says(int status, String text) {
        reply = new Reply(status, ignored -> text);
    }

    /** Names the first node of the tree that a test points out by its role and name; nothing if there is none. */
    public void names(String field, String role, String name) {
        reply = new Reply(OK, body -> {
            JsonNode node = node(body.path("accessibility_tree"), role, name);
            String id = node == null
                    ? "null"
                    : node.path("attributes").path("tf623_id").toString();
            return element(field, id);
        });
    }

    public static String element(String field, String id) {
        return "{\"response\":{\"%s\":{\"tf623_id\":%s,\"name\":\"x\",\"attributes\":{}}},\"request_id\":\"r\"}"
                .formatted(field, id);
    }

    private static @Nullable JsonNode node(JsonNode tree, String role, String name) {
        if (tree.path("role").asString("").equals(role)
                && tree.path("name").asString("").equals(name)) {
            return tree;
        }
        for (JsonNode child : tree.path("children")) {
            JsonNode found = node(child, role, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Says nothing before the test ends. */
    public void isSilent() {
        reply = new Reply(OK, ignored -> {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "";
        });
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange;
                var body = new GZIPInputStream(exchange.getRequestBody())) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            told.add(text);
            boolean known = KEY.equals(exchange.getRequestHeaders().getFirst("X-API-Key"));
            byte[] answer = (known ? reply.text().apply(JSON.readTree(text)) : "{\"detail\":\"no such key\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? reply.status() : NO_KEY, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
