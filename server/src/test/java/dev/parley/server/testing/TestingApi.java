package dev.parley.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the server's API over HTTP, as a stranger or with a token. */
public final class TestingApi {

    /** An answer; the body is an empty object where there is none or no JSON. */
    public record Answer(int status, JsonNode body, String text, HttpResponse<String> http) {

        /** @param path names from the outside in */
        public String field(String... path) {
            var found = body;
            for (var name : path) {
                found = found.path(name);
            }
            return found.asString("");
        }

        public String error() {
            return field("error");
        }

        public @Nullable String header(String name) {
            return http.headers().firstValue(name).orElse(null);
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI server;
    private final Map<String, String> headers;

    private TestingApi(URI server, Map<String, String> headers) {
        this.server = server;
        this.headers = headers;
    }

    static TestingApi of(URI server) {
        return new TestingApi(server, Map.of());
    }

    public TestingApi with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new TestingApi(server, more);
    }

    /** What every request carries. */
    public Map<String, String> headers() {
        return headers;
    }

    public TestingApi token(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    public Answer post(String path, String json) {
        return sendJson("POST", path, json);
    }

    public Answer put(String path, String json) {
        return sendJson("PUT", path, json);
    }

    public Answer patch(String path, String json) {
        return sendJson("PATCH", path, json);
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer sendJson(String method, String path, String json) {
        return with("Content-Type", "application/json").send(method, path, BodyPublishers.ofString(json));
    }

    public Answer send(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(server.resolve(path)).method(method, body);
        headers.forEach(request::header);
        try {
            return answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        var text = response.body();
        var isJson = type.contains("json") && !text.isBlank();
        return new Answer(
                response.statusCode(), isJson ? JSON.readTree(text) : JSON.createObjectNode(), text, response);
    }

    /** JSON with single quotes, readable in a test. */
    public static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    static String login(String username, String password) {
        return JSON.writeValueAsString(Map.of("username", username, "password", password));
    }
}
