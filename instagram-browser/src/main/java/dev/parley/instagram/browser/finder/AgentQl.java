package dev.parley.instagram.browser.finder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * AgentQL, a service of others that costs money for each question. Asked at most 15 s, once and never again; answers of more than 64 KiB count as
 * none. The way there is this machine's own, not an account's proxy.
 *
 * <p>Source of the facts: the published JavaScript package {@code agentql} 1.18.1. The endpoint is not in the service's public description and
 * may change. Never tried with the service itself.
 */
public final class AgentQl implements ElementFinder {

    private static final URI SERVICE = URI.create("https://api.agentql.com");
    private static final String PATH = "/api/v2/query";
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int OK = 200;

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LONGEST).build();
    private final URI endpoint;
    private final String key;

    /** @throws IllegalArgumentException if this cannot be a key; it is not quoted */
    public AgentQl(String key) {
        this(SERVICE, key);
    }

    /** The same elsewhere than at the service's own address. */
    AgentQl(URI service, String key) {
        if (!key.matches("[!-~]{1,200}")) {
            throw new IllegalArgumentException("a key of AgentQL has 1 to 200 visible ASCII characters");
        }
        this.endpoint = service.resolve(PATH);
        this.key = key;
    }

    @Override
    public @Nullable String find(Wanted wanted, Sketch sketch, Duration limit) {
        Duration longest = limit.compareTo(LONGEST) < 0 ? limit : LONGEST;
        CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(
                request(wanted, sketch), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            HttpResponse<byte[]> answer = asked.get(longest.toNanos(), TimeUnit.NANOSECONDS);
            return answer.statusCode() == OK ? Answer.number(answer.body(), wanted) : null;
        } catch (ExecutionException e) {
            return null;
        } catch (TimeoutException e) {
            asked.cancel(true);
            return null;
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private HttpRequest request(Wanted wanted, Sketch sketch) {
        return HttpRequest.newBuilder(endpoint)
                .header("X-API-Key", key)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed(body(wanted, sketch))))
                .build();
    }

    private static byte[] body(Wanted wanted, Sketch sketch) {
        ObjectNode body = JSON.createObjectNode().put("query", wanted.query());
        body.putRawValue("accessibility_tree", new RawValue(sketch.tree()));
        body.putObject("metadata").put("url", sketch.address());
        body.putObject("params").put("mode", "fast");
        return JSON.writeValueAsBytes(body.put("request_origin", "parley"));
    }

    /** Fact: the service's own clients always pack what they send; whether it takes anything else is not known. */
    private static byte[] packed(byte[] body) {
        var packed = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(packed)) {
            packing.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "AgentQl[" + endpoint.getHost() + "]";
    }
}
