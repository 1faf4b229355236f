package dev.parley.cli.doctor;

import dev.parley.cli.process.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running instance's API, in the name of whoever the token belongs to. */
public final class ParleyApi {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final URI base;
    private final String token;

    private ParleyApi(HttpClient http, URI base, String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    public static ParleyApi withToken(HttpClient http, URI base, String token) {
        return new ParleyApi(http, base, token);
    }

    /** Signs in; the token is taken back with {@link #signOut}. */
    public static ParleyApi signIn(HttpClient http, URI base, String username, char[] password) {
        var answer = new ParleyApi(http, base, "")
                .post("/api/auth/login", Map.of("username", username, "password", new String(password)))
                .orProblem("cannot sign in to Parley as " + username);
        if (answer.path("must_change_password").asBoolean(false)) {
            throw new Problem(username + " has to choose a password first: sign in at " + base);
        }
        return new ParleyApi(http, base, answer.path("token").asString(""));
    }

    public void signOut() {
        post("/api/auth/logout", Map.of());
    }

    /** @param body an empty object where there is no JSON */
    record Answer(int status, JsonNode body) {

        boolean isFine() {
            return status / 100 == 2;
        }

        JsonNode orProblem(String what) {
            if (isFine()) {
                return body;
            }
            throw new Problem("%s: %s".formatted(what, body.path("detail").asString("status " + status)));
        }
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    Answer post(String path, Map<String, Object> body) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private Answer send(HttpRequest.Builder request) {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var answer = http.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), parsed(answer.body()));
        } catch (IOException e) {
            throw new Problem("Parley does not answer at %s: %s".formatted(base, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("interrupted", e);
        }
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            return JSON.createObjectNode();
        }
    }
}
