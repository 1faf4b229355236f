package dev.parley.instagram.browser.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A small web site whose pages a test writes. As a {@code @RegisterExtension} that is not static. */
public final class TestingSite implements AfterEachCallback {

    private static final int NOT_FOUND = 404;

    private final Map<String, Route> routes = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;

    /** What is answered to a path. */
    public interface Route {
        void answer(HttpExchange exchange) throws IOException;
    }

    public TestingSite() {
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
        closing.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            synchronized (asked) {
                asked.add(path);
                asked.notifyAll();
            }
            routes.getOrDefault(path, missing -> send(missing, NOT_FOUND, "text/plain", "Nothing here"))
                    .answer(exchange);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public String address(String path) {
        return address() + path;
    }

    /** The paths that were asked for, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Waits until a path was asked for. */
    public void awaitAsked(String path) {
        synchronized (asked) {
            while (!asked.contains(path)) {
                try {
                    asked.wait();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    public TestingSite route(String path, Route route) {
        routes.put(path, route);
        return this;
    }

    public TestingSite page(String path, String body) {
        return route(path, exchange -> send(exchange, 200, "text/html; charset=utf-8", document(body)));
    }

    /** A page that does not come before the test ends. */
    public TestingSite endless(String path) {
        return route(path, exchange -> {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** An address at which nobody listens. */
    public static String nobodyThere() {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + taken.getLocalPort() + "/";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public static String document(String body) {
        return "<!DOCTYPE html><html lang=en><title>Testing</title><body>" + body + "</body></html>";
    }
}
