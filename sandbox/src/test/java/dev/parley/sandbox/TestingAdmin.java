package dev.parley.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the admin API. */
final class TestingAdmin {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String baseUrl;

    TestingAdmin(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path).body());
    }

    /** Apps that are signed in, one for each new account. */
    List<TestingApp> makeAccounts(String prefix, int count) {
        String body = post("/_sandbox/accounts", "{\"prefix\":\"%s\",\"count\":%d}".formatted(prefix, count))
                .body();
        return JsonMapper.shared()
                .readTree(body)
                .valueStream()
                .map(made -> new TestingApp(baseUrl)
                        .authorizedBy(made.at("/session/authorization").asString()))
                .toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
