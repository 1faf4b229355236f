package dev.parley.sandbox.graph;

import dev.parley.sandbox.official.App;
import dev.parley.sandbox.official.Callback;
import dev.parley.sandbox.official.Manners;
import dev.parley.sandbox.official.Official;
import dev.parley.sandbox.official.Signature;
import dev.parley.sandbox.official.Webhook;
import dev.parley.sandbox.state.CurrentState;
import dev.parley.sandbox.state.SandboxState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sends webhooks as they become due by the sandbox's clock, one after the other. While none waits, it sleeps. */
public final class WebhookSender implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int NO_ANSWER = -1;

    private final CurrentState current;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Semaphore queued = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    private WebhookSender(CurrentState current) {
        this.current = current;
        this.thread = Thread.ofVirtual().name("webhooks").unstarted(this::run);
    }

    /** Listens to what happens from now on, and goes on with what a sandbox before this one has left. */
    public static WebhookSender start(CurrentState current) {
        var sender = new WebhookSender(current);
        current.listen(new WebhookEvents(sender::wake));
        sender.thread.start();
        return sender;
    }

    /** There may be something to send. */
    public void wake() {
        queued.release();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        http.shutdownNow();
    }

    private void run() {
        try {
            while (!closed) {
                SandboxState state = current.get();
                Optional<Webhook> due = due(state);
                if (due.isPresent()) {
                    send(state, due.get());
                } else {
                    rest(state);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What waits for its time is looked at again and again, because the sandbox's clock can be moved. */
    private void rest(SandboxState state) throws InterruptedException {
        if (state.official().webhooks().isEmpty()) {
            queued.acquire();
        } else {
            queued.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
        queued.drainPermits();
    }

    private static Optional<Webhook> due(SandboxState state) {
        Official official = state.official();
        Manners manners = official.registration().manners();
        return manners.held() ? Optional.empty() : official.webhooks().due(state.now(), manners.reversed());
    }

    private void send(SandboxState state, Webhook webhook) throws InterruptedException {
        Official official = state.official();
        Manners manners = official.registration().manners();
        int status = status(official.registration().callback(), manners, body(webhook));
        official.webhooks().tried(webhook, status, manners.duplicates(), state.now(), state.journal());
        state.journal().flush();
    }

    private int status(Callback callback, Manners manners, byte[] body) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(callback.url()))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header(
                            "X-Hub-Signature-256",
                            "sha256=" + Signature.hex(App.of(manners.signedBy()).secret(), body))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException | IllegalArgumentException e) {
            return NO_ANSWER;
        }
    }

    /** Fact: bodies are plain ASCII, everything else is escaped, and the signature is over just these bytes. */
    static byte[] body(Webhook webhook) {
        String json = "{\"object\":\"instagram\",\"entry\":[" + webhook.entry() + "]}";
        var ascii = new StringBuilder(json.length());
        for (char c : json.toCharArray()) {
            if (c < 0x80) {
                ascii.append(c);
            } else {
                ascii.append("\\u%04x".formatted((int) c));
            }
        }
        return ascii.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
