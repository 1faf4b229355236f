package dev.parley.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** JSON over HTTP, in the name of whoever the token belongs to. */
final class Api {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final Supplier<URI> base;
    private final String token;

    private Api(HttpClient http, Supplier<URI> base, String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /** @param base asked before each call, since a restart may change it */
    static Api ofNobody(HttpClient http, Supplier<URI> base) {
        return new Api(http, base, "");
    }

    Api as(String otherToken) {
        return new Api(http, base, otherToken);
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    Answer post(String path, Map<String, Object> body) {
        return send("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    Answer put(String path, Map<String, Object> body) {
        return send("PUT", path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(base.get().resolve(path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var call = method + " " + path;
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(call, answer.statusCode(), parsed(answer.body()));
        } catch (IOException e) {
            throw new StoryBroken("an answer from " + call, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBroken("an answer from " + call, "an interruption");
        }
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            return StringNode.valueOf(body);
        }
    }
}
