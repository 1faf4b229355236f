package dev.parley.journeys.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks HTTP with a server, or with the sandbox.
 *
 * @param headers sent with every call; may hold secrets
 */
public record Api(URI server, Map<String, String> headers) {

    /** Longer than any call of ours may wait for Instagram. */
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Nobody in particular. */
    public static Api of(URI server) {
        return new Api(server, Map.of());
    }

    public Api with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(server, more);
    }

    public Api withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same caller at another node. */
    public Api at(URI otherServer) {
        return new Api(otherServer, headers);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    public Answer post(String path, Map<String, ?> body) {
        return json("POST", path, body);
    }

    public Answer put(String path, Map<String, ?> body) {
        return json("PUT", path, body);
    }

    public Answer patch(String path, Map<String, ?> body) {
        return json("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    private Answer json(String method, String path, Map<String, ?> body) {
        return sendJson(method, path, JSON.writeValueAsString(body));
    }

    public Answer sendJson(String method, String path, String json) {
        return with("Content-Type", "application/json").send(method, path, BodyPublishers.ofString(json));
    }

    /**
     * Any call at all.
     *
     * @throws UncheckedIOException if no answer came
     */
    public Answer send(String method, String path, BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT).method(method, body);
        headers.forEach(request::header);
        try {
            return Answer.of(method + " " + path, HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException unanswered) {
            throw new UncheckedIOException(method + " " + path + " was not answered", unanswered);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    /** Leaves the headers out. */
    @Override
    public String toString() {
        return "Api[" + server + "]";
    }
}
