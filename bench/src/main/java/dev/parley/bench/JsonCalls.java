package dev.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks JSON with a server.
 *
 * @param headers of every call; may hold secrets
 */
public record JsonCalls(URI server, Map<String, String> headers) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int REFUSED = 300;

    public static JsonCalls to(URI server) {
        return new JsonCalls(server, Map.of());
    }

    public JsonCalls withToken(String token) {
        return new JsonCalls(server, Map.of("Authorization", "Bearer " + token));
    }

    public JsonNode post(String path, Map<String, ?> body) {
        return call("POST", path, body);
    }

    public JsonNode call(String method, String path, Map<String, ?> body) {
        return JSON.readTree(send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    /** Whatever it is, as text. */
    public String get(String path) {
        return send(HttpRequest.newBuilder(server.resolve(path)));
    }

    private String send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= REFUSED) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public String toString() {
        return "JsonCalls[" + server + "]";
    }
}
