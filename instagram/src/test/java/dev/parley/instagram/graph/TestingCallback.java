package dev.parley.instagram.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.instagram.IncomingEvent;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.official.Callback;
import dev.parley.sandbox.official.Flavour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server that takes webhooks with the receiver under test, and refuses as many as it is told to. */
final class TestingCallback implements AutoCloseable {

    private final HttpServer server;
    private final Webhooks webhooks;
    private final BlockingQueue<WebhookDelivery> deliveries = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();

    TestingCallback(SandboxServer sandbox) {
        webhooks = new Webhooks(
                "verify me",
                List.of(
                        sandbox.dashboard().app(Flavour.FACEBOOK).secret(),
                        sandbox.dashboard().app(Flavour.INSTAGRAM).secret()));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
        sandbox.dashboard().callback(new Callback(url, "verify me", new LinkedHashSet<>(Callback.FIELDS)));
    }

    /** Answers the next ones with 500. */
    void refuse(int times) {
        refusals.set(times);
    }

    /** The next event, when it is there. */
    IncomingEvent next() throws InterruptedException {
        return ((WebhookDelivery.Accepted) delivery()).events().getFirst();
    }

    WebhookDelivery delivery() throws InterruptedException {
        WebhookDelivery delivery = deliveries.poll(20, TimeUnit.SECONDS);
        if (delivery == null) {
            throw new IllegalStateException("no webhook came");
        }
        return delivery;
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String signature = exchange.getRequestHeaders().getFirst("X-Hub-Signature-256");
        boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (!refused) {
            deliveries.add(webhooks.receive(body, signature));
        }
        exchange.sendResponseHeaders(refused ? 500 : 200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
